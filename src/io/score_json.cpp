// Tested by tests/unit/io/score_writer_test.cpp and tests/cli/score_test.py, which computes every
// total again from this text alone.
//
// Everything that a person needs to count again: the criteria whole, and each number as an exact
// fraction. What is not there is null.

#include "io/criteria_text.hpp"
#include "io/json_keys.hpp"
#include "io/json_text.hpp"
#include "io/report_parts.hpp"
#include "io/rules_text.hpp"
#include "io/score_parts.hpp"

namespace tiendo {
namespace {

// An empty text is null.
void put(JsonKeys& keys, std::string_view key, std::string_view text) {
  keys.put(key, text.empty() ? JsonNode() : json_text(text));
}

void put_exact(JsonKeys& keys, std::string_view key, const Figure& figure) {
  put(keys, key, figure ? (*figure).to_string() : std::string());
}

void put_printed(JsonKeys& keys, std::string_view key, const std::optional<Decimal>& number) {
  put(keys, key, number ? number->to_string() : std::string());
}

std::string_view name_of_reason(Errc code) {
  return code == Errc::none ? std::string_view() : tiendo::name_of(code);
}

JsonNode flag(bool value) {
  JsonNode node;
  node.kind = JsonKind::boolean;
  node.boolean = value;
  return node;
}

class ScoresJson {
 public:
  ScoresJson(const UnitScores& scores, const WriteOptions& options)
      : of_log_(&scores),
        criteria_(scores.criteria),
        quotas_(scores.quotas),
        printing_(under(scores.request.rules, options.printing)),
        rule_(points_rule(criteria_, printing_)) {}
  explicit ScoresJson(const GivenScores& scores)
      : criteria_(scores.criteria), quotas_(scores.quotas), rule_(points_rule(criteria_, {})) {}

  // Of each unit `unit_of` makes the object.
  template <class Units, class UnitOf>
  std::string write(const Units& units, const UnitOf& unit_of) const {
    std::string text;
    OpenObject document(text, 0);
    for (const JsonMember& member : head().members) document.put(member.key, member.value);
    document.list("units", units, unit_of);
    document.list("quotas", positions(quotas_.size()), [&](std::size_t i) { return quota(i); });
    document.end();
    return text + '\n';
  }

  JsonNode unit_of(std::string_view id, const Rank& rank, const Score& score,
                   const ScoredUnit* of_log) const {
    JsonKeys keys;
    keys.needed("unit", id);
    keys.put("place", rank.place ? json_whole(*rank.place) : JsonNode());
    keys.put("sharing", json_whole(rank.sharing));
    put_printed(keys, "total", printed_total(criteria_, score, rule_));
    put_exact(keys, "total_exact", score.total);
    put(keys, "reason", name_of_reason(score.total.reason));
    put(keys, "class", class_code(criteria_, score));
    put(keys, "class_reason", name_of_reason(score.class_reason));
    put_exact(keys, "scored", score.scored);
    keys.needed("used", score.used.to_string());
    put_exact(keys, "available", score.available);
    put_exact(keys, "bonus", score.bonus);
    put_exact(keys, "penalty", score.penalty);
    put(keys, "limited", name_of(score.limited));
    keys.list("criteria", positions(score.criteria.size()),
              [&](std::size_t i) { return criterion(score, i, of_log); });
    return keys.done();
  }

 private:
  static std::vector<std::size_t> positions(std::size_t count) {
    std::vector<std::size_t> all(count);
    for (std::size_t i = 0; i < count; ++i) all[i] = i;
    return all;
  }

  JsonNode head() const {
    JsonKeys keys;
    keys.needed("format", "tiendo-scores/1");
    if (of_log_) {
      put_question(keys);
    } else {
      for (const char* key :
           {"plan", "unit", "period", "as_of", "known_on", "map", "base_rule", "rules"}) {
        keys.put(key, JsonNode());
      }
    }
    keys.put("printing", printing());
    keys.needed("total_by", method_of_total(criteria_));
    keys.needed("rank_by", "competition_rank@1");
    put(keys, "whole", criteria_.whole().to_string());
    keys.put("criteria", criteria_node(criteria_));
    return keys.done();
  }

  void put_question(JsonKeys& keys) const {
    const UnitScores& scores = *of_log_;
    const Request& request = scores.request;
    put(keys, "plan", scores.plan.head().id);
    put(keys, "unit", scores.plan.units()[scores.question.unit].id);
    put(keys, "period", scores.question.period.to_string());
    put(keys, "as_of", request.as_of.to_string());
    put(keys, "known_on", request.known_on ? request.known_on->to_string() : "");
    put(keys, "map", request.map ? request.map->to_string() : "");
    put(keys, "base_rule", name_of(base_rule_of(request)));
    keys.put("rules", rules_node(request.rules));
  }

  JsonNode printing() const {
    JsonKeys keys;
    keys.whole("digits", rule_.digits);
    keys.needed("rounding", name_of(rule_.rounding));
    return keys.done();
  }

  JsonNode criterion(const Score& whole, std::size_t position, const ScoredUnit* of_log) const {
    const Criterion& one = criteria_.parts().criteria[position];
    const CriterionScore& score = whole.criteria[position];
    JsonKeys keys;
    keys.needed("id", one.id);
    keys.needed("method", method_of(criteria_, position));
    put_printed(keys, "value",
                of_log ? printed_input(*of_log_, *of_log, position, printing_) : std::nullopt);
    put_exact(keys, "value_exact", score.input.figure);
    if (one.verdicts) put(keys, "verdict", name_of(score.input.verdict));
    put(keys, "coverage", of_log ? text_of(of_log->rows[position].coverage) : "");
    put(keys, "band", band_code(criteria_, score, position));
    put_exact(keys, "gained", score.gained);
    keys.list("deductions", positions(one.deductions.size()), [&](std::size_t i) {
      JsonKeys deduction;
      const auto& given = score.input.deductions;
      const Figure off = i < given.size() ? given[i] : Figure(Errc::no_data);
      put_exact(deduction, "value_exact", off);
      put(deduction, "reason", name_of_reason(off.reason));
      return deduction.done();
    });
    put_exact(keys, "deducted", score.deducted);
    put(keys, "limited", name_of(score.limited));
    put_printed(keys, "points", printed_points(score.points, rule_));
    put_exact(keys, "points_exact", score.points);
    put_exact(keys, "counted", score.counted);
    keys.needed("weight", score.weight.to_string());
    put(keys, "reason", name_of_reason(score.points.reason));
    return keys.done();
  }

  JsonNode quota(std::size_t position) const {
    const QuotaCount& count = quotas_[position];
    JsonKeys keys;
    keys.needed("class", criteria_.parts().quotas[position].code);
    keys.put("in_class", json_whole(count.in_class));
    keys.put("in_others", json_whole(count.in_others));
    keys.put("most", json_whole(count.most));
    keys.put("kept", flag(count.kept()));
    return keys.done();
  }

  // What was asked of a log; null where figures were given.
  const UnitScores* of_log_ = nullptr;
  const Criteria& criteria_;
  const std::vector<QuotaCount>& quotas_;
  Printing printing_;
  PrintRule rule_;
};

}  // namespace

std::string scores_json(const UnitScores& scores, const WriteOptions& options) {
  const ScoresJson json(scores, options);
  return json.write(scores.units, [&](const ScoredUnit& unit) {
    return json.unit_of(scores.plan.units()[unit.unit].id, unit.rank, unit.score, &unit);
  });
}

std::string write_scores(const GivenScores& scores) {
  const ScoresJson json(scores);
  return json.write(scores.units, [&](const GivenScore& unit) {
    return json.unit_of(unit.id, unit.rank, unit.score, nullptr);
  });
}

}  // namespace tiendo
