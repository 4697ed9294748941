/// @file
/// The book of a workload in the formats of the library: a plan with tables of units and targets
/// beside it, and a table of observations.
///
/// The months of the book are those from January 2024 on. What is said as the prior of a cell is a
/// report for the whole window that the period asked about is compared with, so that the converted
/// book is one for a number of months.
///
/// A table of the workload says which report counts by the order of its rows, which means nothing
/// in the library. Here the reports that come with the first ones of a month are recorded on its
/// last day; of two reports of one cell on one day the later has the higher revision.
#pragma once

#include <string>

#include "tiendo/calendar/period.hpp"
#include "tiendo/engine/rules.hpp"

namespace tiendo::bench {

/// The month so many months from December 2023: 1 is January 2024.
Period month(int number);
/// The months 1 to `months`.
Period window_of(int months);
/// What they are compared with: the same months of 2023; of more than a year, as many before 2024.
ComparedWith compared_with(int months);
/// When late reports are recorded: after everything in the book.
Date day_of_late_reports();

/// Where the converted book of so many months is, within the folder of its tables.
std::string book_folder(const std::string& folder, int months);
/// Makes it from the tables, unless it is there. In a process of its own, so that the memory of the
/// calling one stays what it was.
void convert_once(const std::string& folder, int months);
/// Makes it from the tables, in this process.
void convert(const std::string& folder, int months);

}  // namespace tiendo::bench
