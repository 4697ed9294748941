// What targets and task groups say of each other.

#include "tiendo/model/task_links.hpp"

#include <gtest/gtest.h>

#include "books.hpp"

namespace tiendo::task_links_test {
namespace {

using Lines = std::vector<std::string>;
using Groups = std::vector<Index>;

// Two groups that list nothing, and three targets, of land (twice) and of its growth.
Book two_groups() {
  Book book = good_book();
  book.task_groups = {TaskGroup{}, TaskGroup{}};
  book.task_groups[0].id = "group-1";
  book.task_groups[1].id = "group-2";
  book.projects.clear();
  for (Target& target : book.targets) target.task_group.clear();
  return book;
}

struct Links {
  Groups groups;
  Lines findings;
};

Links links_of(const Book& book, Index target) {
  const Checked<Plan> plan = book.build();
  EXPECT_TRUE(plan);
  return {task_groups_of(*plan.value, target), found_in(plan.diagnostics)};
}

TEST(TaskLinksTest, WithoutAWordFromEitherSideThereIsNoGroup) {
  const Links links = links_of(two_groups(), 0);
  EXPECT_EQ(links.groups, Groups{});
  EXPECT_EQ(links.findings, Lines{});
}

TEST(TaskLinksTest, OneSideIsEnough) {
  Book book = two_groups();
  book.targets[0].task_group = "group-2";
  EXPECT_EQ(links_of(book, 0).groups, Groups{1});
  EXPECT_EQ(links_of(book, 1).groups, Groups{});
  EXPECT_EQ(links_of(book, 0).findings, Lines{});
  book = two_groups();
  book.task_groups[0].targets = {"land"};
  book.task_groups[1].targets = {"wards", "land"};
  EXPECT_EQ(links_of(book, 1).groups, (Groups{0, 1}));
  EXPECT_EQ(links_of(book, 2).groups, Groups{});
  EXPECT_EQ(links_of(book, 0).findings, Lines{});
}

TEST(TaskLinksTest, WhatTheTargetNamesCounts) {
  Book book = two_groups();
  book.targets[0].task_group = "group-2";
  book.task_groups[0].targets = {"land"};
  book.task_groups[1].targets = {"land"};
  EXPECT_EQ(links_of(book, 0).groups, Groups{1});
  EXPECT_EQ(links_of(book, 1).groups, (Groups{0, 1}));
  EXPECT_EQ(links_of(book, 0).findings, Lines{});
}

TEST(TaskLinksTest, AGroupThatListsOthersDoesNotServeTheTargetThatNamesIt) {
  Book book = two_groups();
  book.targets[0].task_group = "group-2";
  book.task_groups[1].targets = {"paid"};
  EXPECT_EQ(links_of(book, 0).findings,
            (Lines{warning_at(Errc::task_link_one_sided, "/plan/targets/0/task_group")}));
}

TEST(TaskLinksTest, AnIndicatorWhoseTargetsAllNameOthersIsNotServed) {
  Book book = two_groups();
  book.task_groups[0].targets = {"wards", "land"};
  book.targets[0].task_group = "group-2";
  EXPECT_EQ(links_of(book, 0).findings, Lines{});  // the other target of land leaves it open
  book.targets[1].task_group = "group-2";
  EXPECT_EQ(links_of(book, 0).findings,
            (Lines{warning_at(Errc::task_link_one_sided, "/plan/task_groups/0/targets/1")}));
  book.targets[1].task_group = "group-1";
  EXPECT_EQ(links_of(book, 0).findings, Lines{});
}

}  // namespace
}  // namespace tiendo::task_links_test
