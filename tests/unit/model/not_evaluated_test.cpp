// What a plan may hold but the engine does not compute with is refused, however the plan is made.

#include <gtest/gtest.h>

#include "books.hpp"

namespace tiendo {
namespace {

// clang-format off
const Fault kRefused[] = {
    {"a profile", [](Book& b) { b.targets[2].profile = Profile{}; },
     Errc::unsupported, "/plan/targets/2/profile"},
    {"a profile of a project", [](Book& b) { b.projects[0].targets[0].profile = Profile{}; },
     Errc::unsupported, "/plan/projects/0/targets/0/profile"},
};
// clang-format on

TEST(NotEvaluatedTest, WhatIsNotComputedWithIsRefusedAtItsPlace) {
  for (const Fault& fault : kRefused) {
    Book book = good_book();
    fault.plant(book);
    const Checked<Plan> plan = book.build();
    EXPECT_FALSE(plan) << fault.what;
    ASSERT_FALSE(plan.diagnostics.empty()) << fault.what;
    EXPECT_EQ(found_in(plan.diagnostics)[0], error_at(fault.code, fault.path)) << fault.what;
  }
}

}  // namespace
}  // namespace tiendo
