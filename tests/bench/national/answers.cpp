#include "answers.hpp"

namespace tiendo::bench {
namespace {

TextFile& number(TextFile& file, std::int64_t number) {
  return number == kNothing ? file : file << number;
}

TextFile& verdict(TextFile& file, char verdict) { return verdict == 0 ? file : file << verdict; }

// The table of a question: a row for each unit and indicator, its columns by `columns`.
template <class Columns>
void write_rows(const std::string& path, const std::vector<Progress>& rows, int first_unit,
                int indicators, const Columns& columns) {
  TextFile file(path);
  for (std::size_t at = 0; at < rows.size(); ++at) {
    const auto place = static_cast<int>(at);
    file << first_unit + place / indicators << ',' << place % indicators + 1 << ',';
    columns(file, rows[at]);
    file << '\n';
  }
}

void all_columns(TextFile& file, const Progress& row) {
  number(file, row.value) << ',';
  number(file, row.percent) << ',';
  verdict(file, row.verdict) << ',';
  number(file, row.growth);
}

}  // namespace

std::vector<Update> updates_in(const std::string& folder) {
  const std::string text = contents(folder + "/updates.csv");
  std::vector<Update> updates;
  for (Scanner scan(text); !scan.done();) {
    const auto next = [&] { return static_cast<int>(scan.whole()); };
    Update update{next(), next(), next() - 1, next(), 0, 0, 0};
    update.value = scan.decimal();
    update.base = scan.decimal();
    update.ask = next();
    updates.push_back(update);
  }
  return updates;
}

void write(const Answers& answers, int indicators, const std::string& folder) {
  const int first_commune = static_cast<int>(answers.q4.size()) / indicators;
  const auto path = [&](const char* name) { return folder + '/' + name + ".csv"; };
  write_rows(path("q1"), answers.q1, first_commune, indicators,
             [](TextFile& file, const Progress& row) { number(file, row.value); });
  write_rows(path("q2"), answers.q2, first_commune, indicators,
             [](TextFile& file, const Progress& row) {
               verdict(number(file, row.percent) << ',', row.verdict);
             });
  write_rows(path("q3"), answers.q3, first_commune, indicators,
             [](TextFile& file, const Progress& row) { number(file, row.growth); });
  write_rows(path("q4"), answers.q4, 0, indicators, all_columns);
  TextFile counts(path("q5"));
  for (std::size_t unit = 0; unit < answers.q5.size(); ++unit) {
    counts << static_cast<std::int64_t>(unit);
    for (const int count : answers.q5[unit]) counts << ',' << count;
    counts << '\n';
  }
  TextFile late(path("q6"));
  for (std::size_t at = 0; at < answers.q6.size(); ++at) {
    late << static_cast<std::int64_t>(at + 1) << ',';
    all_columns(late, answers.q6[at]);
    late << '\n';
  }
}

}  // namespace tiendo::bench
