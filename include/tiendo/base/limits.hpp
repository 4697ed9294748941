/// @file
/// What the formats take at most. What is beyond a limit is refused with a code, before the memory
/// that it would need is taken.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tiendo {

/// Bytes of a file or text of observations: 2 GiB. Beyond: file_too_large.
inline constexpr std::int64_t kMaxFileBytes = std::int64_t{2} << 30;

/// Bytes of a plan file, which is read whole: 64 MiB. Beyond: file_too_large.
inline constexpr std::int64_t kMaxPlanBytes = std::int64_t{64} << 20;

/// Texts, numbers, lists, objects and other values in a plan file, all together. Beyond:
/// too_many_values.
inline constexpr std::size_t kMaxValues = 1'000'000;

/// Levels of lists and objects in each other. Beyond: nested_too_deep. Signs and parentheses in
/// each other in an expression. Beyond: expression_too_large.
inline constexpr std::size_t kMaxDepth = 64;

/// Bytes of one text, without its quotes: 1 MiB. Beyond: text_too_long.
inline constexpr std::size_t kMaxTextBytes = std::size_t{1} << 20;

/// Bytes of one row of a table, as it stands in the file: 4 MiB. Beyond: text_too_long.
inline constexpr std::size_t kMaxRowBytes = std::size_t{4} << 20;

/// Observations in a log. Beyond: too_many_values.
inline constexpr std::size_t kMaxLogRows = 4'294'967'294;

/// Columns of a table. Beyond: too_many_values.
inline constexpr std::size_t kMaxColumns = 256;

/// Digits after the point that an indicator records or prints. Beyond: digits_out_of_range.
inline constexpr int kMaxDigits = 100;

/// Months after which a project is late beyond the limit. Beyond: months_out_of_range.
inline constexpr int kMaxLateMonths = 1200;

/// Bytes of an expression, as given and as written canonically. Beyond: expression_too_large.
inline constexpr std::size_t kMaxExpressionBytes = 16384;

/// Numbers, references and operations in an expression. Beyond: expression_too_large.
inline constexpr std::size_t kMaxExpressionNodes = 1000;

/// Findings that are kept about one text: who reads them mends the first ones first.
inline constexpr std::size_t kMaxFindings = 100;

}  // namespace tiendo
