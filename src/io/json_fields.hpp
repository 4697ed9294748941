// The keys of a JSON object, taken one by one. Every getter names its key once: what has been asked
// for is what the format knows, so an unknown key is found without a second list.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/json_cursor.hpp"
#include "io/text.hpp"
#include "tiendo/base/diagnostics.hpp"
#include "tiendo/base/limits.hpp"
#include "tiendo/calendar/date.hpp"
#include "tiendo/calendar/period.hpp"
#include "tiendo/decimal/decimal.hpp"
#include "tiendo/decimal/number_format.hpp"
#include "tiendo/decimal/ratio.hpp"
#include "tiendo/model/name.hpp"

namespace tiendo {

// The greatest whole number of the format.
inline constexpr int kMostWhole = 999'999'999;

// The whole number, up to kMostWhole in size, that a plain number writes: "3", also "+3".
std::optional<std::int32_t> whole_number(std::string_view text);
// What any other text is told.
std::string no_whole_number(std::string_view text);

// Where findings about one text go; those after the first kMaxFindings are dropped.
class Findings {
 public:
  Findings(std::string_view text, std::string_view file) : text_(text), file_(file) {}
  // Of a text that is not there as a whole: every finding comes with its line and column.
  explicit Findings(std::string_view file) : file_(file) {}

  void add(Errc code, std::int64_t offset, std::string_view sentence);
  void add(Errc code, LineColumn place, std::string_view sentence);
  const Diagnostics& all() const noexcept { return all_; }
  bool any() const noexcept { return !all_.empty(); }
  // Whether more findings would be dropped.
  bool full() const noexcept { return all_.size() == kMaxFindings; }

 private:
  std::string_view text_;
  std::string file_;
  std::optional<Lines> lines_;
  Diagnostics all_;
};

// Findings of one text in the order of their places.
void sort_by_place(Diagnostics& findings);

// The enumerator whose name_of is the word, from `first` on.
template <class Enum>
std::optional<Enum> enumerator_named(std::string_view word, int first = 0) {
  for (int i = first; !name_of(static_cast<Enum>(i)).empty(); ++i) {
    if (name_of(static_cast<Enum>(i)) == word) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

// All names of an enumeration, for hints.
template <class Enum>
std::vector<std::string_view> names_of(int first = 0) {
  std::vector<std::string_view> names;
  for (int i = first; !name_of(static_cast<Enum>(i)).empty(); ++i) {
    names.push_back(name_of(static_cast<Enum>(i)));
  }
  return names;
}

// "; the nearest known one is ..." or nothing.
std::string nearest_hint(std::string_view word, const std::vector<std::string_view>& known);

// What is wrong with a word for the key (or column) that is none of the known ones: names the
// nearest of them, or all where none is near.
std::string unknown_word_sentence(std::string_view word, std::string_view key,
                                  const std::vector<std::string_view>& known);

// "text": sentence, with the text once, whether or not the sentence begins with it.
std::string about(std::string_view text, std::string_view sentence);

// What is wrong with the text of a number, and under which format it would be one.
std::string number_sentence(std::string_view text, const Error& fault, NumberFormat format);

// One object. A getter returns nothing (or an empty value) when the key is absent or faulty; a
// fault is added to the findings. done() must be called last: it names the keys nobody asked for.
class Fields {
 public:
  Fields(Findings& findings, const JsonNode& object, std::string_view what);

  bool usable() const noexcept { return usable_; }
  const JsonNode& node() const noexcept { return object_; }
  Findings& findings() const noexcept { return findings_; }

  const JsonNode* take(std::string_view key);
  const JsonNode* take_needed(std::string_view key);
  // The value if it is of that kind; adds wrong_type otherwise.
  const JsonNode* take(std::string_view key, JsonKind kind, bool needed = false);

  std::string string(std::string_view key, bool needed = false);
  std::vector<std::string> strings(std::string_view key);
  // A list of ids: an empty one would be none.
  std::vector<std::string> ids(std::string_view key);
  std::optional<Decimal> decimal(std::string_view key, bool needed = false);
  // A whole number, also as 3.0, which no schema tells from 3. `most` is what the finding about
  // any other value says; a greater number is the business of a rule about the plan.
  std::optional<int> integer(std::string_view key, int most = kMostWhole);
  std::optional<Date> date(std::string_view key, bool needed = false);
  std::optional<Period> period(std::string_view key, bool needed = false);
  Name name(std::string_view key);
  Remarks remarks();

  template <class Enum>
  std::optional<Enum> word(std::string_view key, bool needed = false) {
    const JsonNode* value = take(key, JsonKind::string, needed);
    if (!value) return std::nullopt;
    const std::optional<Enum> found = enumerator_named<Enum>(value->text);
    if (!found) unknown_word(*value, key, names_of<Enum>());
    return found;
  }

  // Calls use(node) for each item of a list, as long as findings are kept.
  template <class Use>
  void list(std::string_view key, bool needed, Use use) {
    const JsonNode* items = take(key, JsonKind::array, needed);
    if (!items) return;
    for (const JsonNode& item : items->items) {
      if (findings_.full()) return;
      use(item);
    }
  }

  void unknown_word(const JsonNode& value, std::string_view key,
                    const std::vector<std::string_view>& known);
  void done();

 private:
  bool misspelt(std::string_view key) const;

  Findings& findings_;
  const JsonNode& object_;
  std::string what_;
  bool usable_;
  std::vector<std::string_view> asked_;
};

// Legal in JSON, but no text of ours goes on after a zero byte: a caller in C would lose the rest.
void refuse_zero_bytes(Findings& findings, const JsonNode& node);

// Names an empty text where an id is needed.
void refuse_empty_id(Findings& findings, std::string_view id, std::int64_t offset);

// A decimal from a string or a number, by its text.
std::optional<Decimal> decimal_of(Findings& findings, const JsonNode& value);
// A decimal as above, or a fraction from a string: "52461/94820".
std::optional<Ratio> ratio_of(Findings& findings, const JsonNode& value);

}  // namespace tiendo
