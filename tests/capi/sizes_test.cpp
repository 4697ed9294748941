// Rule 10 of tiendo.h, for every structure with a struct_size wherever a function takes or fills
// it: an older program passes a shorter one, a newer program a longer one. The structures are those
// of the header, the functions those of tests/calls, so none is left out; a structure that no call
// has fails the test.

#include <gtest/gtest.h>

#include <cstddef>
#include <cstring>
#include <set>
#include <string>
#include <vector>

#include "../calls/world.hpp"

namespace tiendo::calls {
namespace {

struct Sized {
  std::string_view name;
  std::size_t size;   // of this version
  std::size_t first;  // of the first version
};

constexpr Sized kSized[] = {
#include "sizes.inc"
};

// More than the bytes of any structure.
constexpr std::size_t kTooLong = 4104;
constexpr unsigned char kMark = 0xCD;

// The structure behind a parameter: "const tiendo_row*" and "tiendo_row*" are one of tiendo_row.
const Sized* sized_of(std::string_view type) {
  if (type.starts_with("const ")) type.remove_prefix(6);
  for (const Sized& sized : kSized) {
    if (type.size() == sized.name.size() + 1 && type.starts_with(sized.name)) return &sized;
  }
  return nullptr;
}

// How long a structure says that it is, with what behind its members, and what comes of it.
struct Version {
  std::size_t size;
  unsigned char behind;
  tiendo_status wanted;
};

std::vector<Version> versions_of(const Sized& sized) {
  return {{sized.size, 0, TIENDO_OK},
          {sized.size + 16, 0, TIENDO_OK},
          {sized.size + 16, 1, TIENDO_E_UNSUPPORTED},
          {sized.first - 4, 0, TIENDO_E_INVALID_ARG},
          {0, 0, TIENDO_E_INVALID_ARG},
          {kTooLong, 0, TIENDO_E_INVALID_ARG}};
}

// Structures one after the other, each as long as it says; the last byte of each is `behind`.
class Resized {
 public:
  Resized(const Sized& sized, const void* given, std::size_t count, const Version& version)
      : room_((kTooLong * count + 7) / 8) {
    const auto* from = static_cast<const unsigned char*>(given);
    const auto size = static_cast<std::uint32_t>(version.size);
    for (std::size_t i = 0; i < count; ++i) {
      unsigned char* const one = bytes() + i * version.size;
      std::memcpy(one, from + i * sized.size, std::min(sized.size, kTooLong));
      if (version.size > sized.size) one[version.size - 1] = version.behind;
      std::memcpy(one, &size, sizeof size);
    }
  }

  unsigned char* bytes() { return reinterpret_cast<unsigned char*>(room_.data()); }
  Word word() { return reinterpret_cast<Word>(room_.data()); }

 private:
  std::vector<std::uint64_t> room_;  // aligned as any structure
};

// How many there are behind a parameter.
std::size_t count_of(const Call& call, const Sized& sized) {
  const auto& parameters = call.function->parameters;
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    if ((parameters[i].name == "column_count" && sized.name == "tiendo_text_column") ||
        (parameters[i].name == "count" && sized.name == "tiendo_interval")) {
      return static_cast<std::size_t>(call.words[i]);
    }
  }
  return 1;
}

std::string what(const Function& function, const Sized& sized, const Version& version) {
  return std::string(function.name) + " with " + std::to_string(version.size) + " bytes of " +
         std::string(sized.name) + (version.behind != 0 ? " that are not known" : "");
}

class SizesTest : public testing::Test {
 protected:
  // All calls that are given the structure.
  template <class Try>
  void each_parameter(bool output, const Try& attempt) {
    for (const Function& function : functions()) {
      for (std::size_t i = 0; i < function.parameters.size(); ++i) {
        const Parameter& parameter = function.parameters[i];
        const Sized* const sized = sized_of(parameter.type);
        if (sized != nullptr && parameter.is_output() == output) attempt(function, i, *sized);
      }
    }
  }

  std::set<std::string_view> seen_;
};

TEST_F(SizesTest, WhatIsPassedInMayBeShorterOrLonger) {
  each_parameter(false, [&](const Function& function, std::size_t i, const Sized& sized) {
    for (const Version& version : versions_of(sized)) {
      World world;
      Call call = world.call_of(function);
      if (call.words[i] == 0) continue;
      Resized given(sized, reinterpret_cast<const void*>(call.words[i]), count_of(call, sized),
                    version);
      call.words[i] = given.word();
      EXPECT_TRUE(function.names(version.wanted)) << what(function, sized, version);
      EXPECT_EQ(call.make(), version.wanted) << what(function, sized, version);
      world.finish(call);
      seen_.insert(sized.name);
    }
  });
  EXPECT_GT(seen_.size(), 15U);
}

// What the first version lacks is as if it were zero.
TEST_F(SizesTest, AShorterOneIsFilledUpWithZeros) {
  each_parameter(false, [](const Function& function, std::size_t i, const Sized& sized) {
    if (sized.first == sized.size) return;
    std::vector<tiendo_status> status;
    for (const bool is_short : {true, false}) {
      World world;
      Call call = world.call_of(function);
      if (call.words[i] == 0 || count_of(call, sized) != 1) return;
      Resized given(sized, reinterpret_cast<const void*>(call.words[i]), 1,
                    {is_short ? sized.first : sized.size, 0, TIENDO_OK});
      // The short one has something behind it that must not be read, the other zeros.
      std::memset(given.bytes() + sized.first, is_short ? kMark : 0, sized.size - sized.first);
      call.words[i] = given.word();
      status.push_back(call.make());
      world.finish(call);
    }
    EXPECT_EQ(status[0], status[1]) << function.name << ": " << sized.name;
  });
}

TEST_F(SizesTest, WhatIsFilledMayBeShorterOrLonger) {
  each_parameter(true, [&](const Function& function, std::size_t i, const Sized& sized) {
    std::vector<Version> versions = versions_of(sized);
    versions[2].wanted = TIENDO_OK;  // what was there does not matter
    versions.push_back({sized.first, 0, TIENDO_OK});
    for (const Version& version : versions) {
      World world;
      Call call = world.call_of(function);
      const std::vector<unsigned char> marks(sized.size, kMark);
      Resized wanted(sized, marks.data(), 1, version);
      std::memset(wanted.bytes() + 4, kMark, sized.size + 32);
      const std::vector<unsigned char> before(wanted.bytes(), wanted.bytes() + sized.size + 32);
      call.words[i] = wanted.word();
      EXPECT_EQ(call.make(), version.wanted) << what(function, sized, version);
      const std::vector<unsigned char> after(wanted.bytes(), wanted.bytes() + sized.size + 32);
      const std::size_t end = version.wanted == TIENDO_OK ? version.size : 0;
      for (std::size_t at = 0; at < after.size(); ++at) {
        if (at >= end) {
          EXPECT_EQ(after[at], before[at]) << what(function, sized, version) << " at " << at;
        } else if (at >= sized.size) {
          EXPECT_EQ(after[at], 0) << what(function, sized, version) << " at " << at;
        }
      }
      EXPECT_EQ(std::memcmp(after.data(), before.data(), 4), 0) << "struct_size has changed";
      seen_.insert(sized.name);
    }
  });
  EXPECT_GT(seen_.size(), 5U);
}

// A structure that another points to: where the pointer stands, and one that may be pointed to.
struct Inner {
  std::string_view name;
  std::string_view outer;
  std::size_t offset;
  const void* example;  // instead of what the call has; or NULL
};

std::vector<Inner> inners() {
  static const tiendo_due_rule rule = {sizeof(tiendo_due_rule), 0, 1, 6};
  return {{"tiendo_reporting_rule", "tiendo_calendar", offsetof(tiendo_calendar, rules), nullptr},
          {"tiendo_due_rule", "tiendo_due_dates", offsetof(tiendo_due_dates, rules), &rule},
          {"tiendo_word_column", "tiendo_observation_columns",
           offsetof(tiendo_observation_columns, indicator), nullptr},
          {"tiendo_word_column", "tiendo_target_columns",
           offsetof(tiendo_target_columns, indicator), nullptr}};
}

TEST_F(SizesTest, WhatAStructurePointsToMayBeLonger) {
  each_parameter(false, [&](const Function& function, std::size_t i, const Sized& outer) {
    for (const Inner& inner : inners()) {
      if (inner.outer != outer.name) continue;
      const Sized& sized = *sized_of(std::string(inner.name) + "*");
      for (const Version& version : versions_of(sized)) {
        World world;
        Call call = world.call_of(function);
        Resized around(outer, reinterpret_cast<const void*>(call.words[i]), 1,
                       {outer.size, 0, TIENDO_OK});
        const void* given = inner.example;
        if (given == nullptr) {
          std::memcpy(&given, around.bytes() + inner.offset, sizeof given);
        } else {  // the kind of one's own, with one rule
          const std::int32_t own = 0;
          const std::int64_t one = 1;
          std::memcpy(around.bytes() + 4, &own, sizeof own);
          std::memcpy(around.bytes() + offsetof(tiendo_due_dates, rule_count), &one, sizeof one);
        }
        ASSERT_NE(given, nullptr) << what(function, sized, version);
        Resized pointed(sized, given, 1, version);
        const Word word = pointed.word();
        std::memcpy(around.bytes() + inner.offset, &word, sizeof word);
        call.words[i] = around.word();
        EXPECT_EQ(call.make(), version.wanted) << what(function, sized, version);
        world.finish(call);
      }
    }
  });
}

TEST_F(SizesTest, NoStructureIsLeftOut) {
  for (const bool output : {false, true}) {
    each_parameter(output, [&](const Function& function, std::size_t i, const Sized& sized) {
      World world;
      if (world.call_of(function).words[i] != 0) seen_.insert(sized.name);
    });
  }
  for (const Inner& inner : inners()) seen_.insert(inner.name);
  for (const Sized& sized : kSized) {
    EXPECT_TRUE(seen_.contains(sized.name)) << sized.name << ": no call is given one";
  }
}

}  // namespace
}  // namespace tiendo::calls
