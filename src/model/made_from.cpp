// Tested by tests/unit/model/made_from_test.cpp and tests/golden/errors.
//
// Which indicators are made from which others: no one from itself, and none over too many steps, as
// each step is one more level of computing.

#include <algorithm>

#include "model/validator.hpp"
#include "tiendo/base/limits.hpp"

namespace tiendo {
namespace {

// One that is needed, and the key that says so.
struct Need {
  Index of = kNone;
  std::string key;
};

class MadeFrom {
 public:
  MadeFrom(const Plan::Data& data, Diagnostics& findings) : data_(data), findings_(findings) {
    for (Index i = 0; i < data.indicators.size(); ++i) needs_.push_back(needs_of(i));
  }

  void check() {
    for (Index i = 0; i < needs_.size(); ++i) walk(i);
    for (const Index first : firsts_) report_cycle(first);
    if (firsts_.empty()) check_depth();
  }

 private:
  enum class Walked : std::uint8_t { not_yet, on_the_way, done };

  std::vector<Need> needs_of(Index indicator) const {
    const Indicator& definition = data_.indicators[indicator];
    std::vector<Need> needs;
    const auto add = [&](const std::string& id, const char* key) {
      const Index at = position(data_.indicator_at, id);
      if (at != kNone) needs.push_back({at, key});
    };
    const bool growth = definition.kind == IndicatorKind::growth;
    const Index base = position(data_.indicator_at, definition.base);
    // The growth of a growth is a fault of its own.
    if (growth && base != kNone && data_.indicators[base].kind != IndicatorKind::growth) {
      add(definition.base, "/base");
    }
    if (definition.unit_rule == UnitRule::mean) add(definition.weight, "/weight");
    const auto formula = data_.formulas.find(indicator);
    if (formula == data_.formulas.end()) return needs;
    for (const std::string& id : formula->second.expression.references()) add(id, "/formula");
    return needs;
  }

  // Depth first, without recursion: plans may be long chains. Notes one indicator of each cycle,
  // and the order in which each comes after what it is made from.
  void walk(Index start) {
    if (walked_.empty()) walked_.resize(needs_.size(), Walked::not_yet);
    if (walked_[start] != Walked::not_yet) return;
    std::vector<std::pair<Index, std::size_t>> way = {{start, 0}};
    walked_[start] = Walked::on_the_way;
    while (!way.empty()) {
      auto& [at, next] = way.back();
      if (next == needs_[at].size()) {
        walked_[at] = Walked::done;
        order_.push_back(at);
        way.pop_back();
        continue;
      }
      const Index need = needs_[at][next++].of;
      if (walked_[need] == Walked::on_the_way) note_cycle(way, need);
      if (walked_[need] != Walked::not_yet) continue;
      walked_[need] = Walked::on_the_way;
      way.emplace_back(need, 0);
    }
  }

  // Of the indicators from `back` to the end of the way the first one in the plan.
  void note_cycle(const std::vector<std::pair<Index, std::size_t>>& way, Index back) {
    std::vector<Index> cycle;
    for (auto at = way.rbegin(); at != way.rend(); ++at) {
      cycle.push_back(at->first);
      if (at->first == back) break;
    }
    std::reverse(cycle.begin(), cycle.end());
    std::rotate(cycle.begin(), std::min_element(cycle.begin(), cycle.end()), cycle.end());
    if (std::find(firsts_.begin(), firsts_.end(), cycle.front()) != firsts_.end()) return;
    firsts_.push_back(cycle.front());
    cycles_.push_back(std::move(cycle));
  }

  void report_cycle(Index first) {
    const auto at = static_cast<std::size_t>(std::find(firsts_.begin(), firsts_.end(), first) -
                                             firsts_.begin());
    const std::vector<Index>& cycle = cycles_[at];
    std::string chain = data_.indicators[first].id;
    for (std::size_t i = 1; i <= cycle.size(); ++i) {
      chain += " < " + data_.indicators[cycle[i % cycle.size()]].id;
    }
    const Index next = cycle[1 % cycle.size()];
    const auto need = std::find_if(needs_[first].begin(), needs_[first].end(),
                                   [next](const Need& one) { return one.of == next; });
    add(Errc::indicator_cycle, first, need->key, "an indicator is made from itself: " + chain);
  }

  void check_depth() {
    std::vector<std::size_t> depth(needs_.size(), 0);
    for (const Index at : order_) {
      for (const Need& need : needs_[at]) {
        depth[at] = std::max(depth[at], depth[need.of] + 1);
        if (depth[at] != kMaxDepth + 1 || depth[need.of] != kMaxDepth) continue;
        add(Errc::references_too_deep, at, need.key,
            '"' + data_.indicators[at].id + "\" is made from others over more than " +
                std::to_string(kMaxDepth) + " steps");
        break;
      }
    }
  }

  void add(Errc code, Index indicator, const std::string& key, std::string sentence) {
    findings_.push_back({Severity::error, code,
                         Place{{}, "/indicators/" + std::to_string(indicator) + key, 0, 0},
                         std::move(sentence)});
  }

  const Plan::Data& data_;
  Diagnostics& findings_;
  std::vector<std::vector<Need>> needs_;
  std::vector<Walked> walked_;
  std::vector<Index> order_;
  std::vector<Index> firsts_;
  std::vector<std::vector<Index>> cycles_;
};

}  // namespace

void check_made_from(const Plan::Data& data, Diagnostics& findings) {
  MadeFrom(data, findings).check();
}

}  // namespace tiendo
