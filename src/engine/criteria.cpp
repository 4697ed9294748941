// Tested by tests/unit/engine/criteria_test.cpp and tests/unit/io/criteria_reader_test.cpp.

#include "tiendo/engine/criteria.hpp"

#include <algorithm>
#include <array>

#include "tiendo/base/id.hpp"
#include "tiendo/base/limits.hpp"
#include "tiendo/engine/catalogue.hpp"

namespace tiendo {
namespace {

template <class Enum, std::size_t N>
std::string_view at(const std::array<std::string_view, N>& names, Enum which) noexcept {
  const auto position = static_cast<std::size_t>(which);
  return position < N ? names[position] : std::string_view{};
}

template <class Table>
const Table* table_named(const std::vector<Table>& tables, const std::string& name) {
  const auto found = std::find_if(tables.begin(), tables.end(), [&](const Table& table) {
    return to_string(table.name()) == name;
  });
  return found == tables.end() ? nullptr : &*found;
}

}  // namespace

std::string_view name_of(MissingRule rule) noexcept {
  static constexpr std::array<std::string_view, 4> kNames = {"", "refused", "zero", "excluded"};
  return at(kNames, rule);
}

std::string_view name_of(CriterionRole role) noexcept {
  static constexpr std::array<std::string_view, 4> kNames = {"", "scored", "bonus", "penalty"};
  return at(kNames, role);
}

std::string_view name_of(PointsIn in) noexcept {
  static constexpr std::array<std::string_view, 3> kNames = {"", "points", "percent"};
  return at(kNames, in);
}

std::string_view name_of(Ends ends) noexcept {
  static constexpr std::array<std::string_view, 4> kNames = {"", "capped", "extended", "refused"};
  return at(kNames, ends);
}

class CriteriaMaker {
 public:
  explicit CriteriaMaker(CriteriaParts parts) { made_.parts_ = std::move(parts); }

  Checked<Criteria> make() {
    check_head();
    check_tables("/bands/", made_.parts_.bands, 0);
    check_tables("/scores/", made_.parts_.scores, made_.parts_.bands.size());
    for (std::size_t i = 0; i < parts().criteria.size(); ++i) check_criterion(i);
    check_whole();
    check_classes();
    if (!found_.empty()) return {std::nullopt, std::move(found_)};
    return {std::move(made_), {}};
  }

 private:
  const CriteriaParts& parts() const { return made_.parts_; }

  void find(Errc code, std::string path, const std::string& detail = {}) {
    std::string sentence(text_of(code));
    if (!detail.empty()) sentence += ": " + detail;
    found_.push_back({Severity::error, code, Place{{}, std::move(path), 0, 0}, sentence});
  }

  void check_id(const std::string& id, const std::string& path) {
    if (!is_id(id)) find(Errc::id_syntax, path, '"' + id + '"');
  }

  void check_limits(const std::optional<Ratio>& floor, const std::optional<Ratio>& cap,
                    const std::string& path) {
    if (floor && cap && *cap < *floor) {
      find(Errc::range_reversed, path, floor->to_string() + " and " + cap->to_string());
    }
  }

  void check_head() {
    check_id(parts().name.id, "/id");
    check_id(parts().name.version, "/version");
    check_limits(parts().floor, parts().cap, "/floor");
    if (parts().digits < 0 || parts().digits > kMaxDigits)
      find(Errc::digits_out_of_range, "/digits");
    const Ratio& least = parts().least_available;
    if (least.sign() < 0 || least > Ratio(1)) {
      find(Errc::quota_out_of_range, "/least_available", least.to_string());
    }
  }

  // Tables of either kind have names of their own.
  template <class Table>
  void check_tables(const std::string& list, const std::vector<Table>& tables,
                    std::size_t earlier) {
    names_.resize(earlier);
    for (std::size_t i = 0; i < tables.size(); ++i) {
      const TableName& name = tables[i].name();
      const std::string path = list + std::to_string(i);
      check_id(name.id, path + "/id");
      check_id(name.version, path + "/version");
      const std::string full = to_string(name);
      if (std::find(names_.begin(), names_.end(), full) != names_.end()) {
        find(Errc::duplicate_id, path + "/id", full);
      }
      names_.push_back(full);
    }
  }

  std::optional<BandTable> bands_named(const std::string& name) const {
    if (const BandTable* own = table_named(parts().bands, name)) return *own;
    return table_named(parts().scores, name) ? std::nullopt : band_table_named(name);
  }
  std::optional<ScoreTable> scores_named(const std::string& name) const {
    if (const ScoreTable* own = table_named(parts().scores, name)) return *own;
    return table_named(parts().bands, name) ? std::nullopt : score_table_named(name);
  }

  void unknown_table(const std::string& name, const std::string& path) {
    std::vector<std::string> all = names_;
    for (const BandTable& table : band_tables()) all.push_back(to_string(table.name()));
    for (const ScoreTable& table : score_tables()) all.push_back(to_string(table.name()));
    const std::string near = nearest(name, {all.begin(), all.end()});
    find(Errc::unknown_table, path,
         '"' + name + '"' + (near.empty() ? "" : "; the nearest known one is \"" + near + '"'));
  }

  Scale scale_of(const Criterion& criterion, const std::string& path) {
    if (criterion.table.empty()) return {};
    Scale scale{bands_named(criterion.table), scores_named(criterion.table)};
    if (!scale.bands && !scale.scores) unknown_table(criterion.table, path);
    if (!scale.bands) return scale;
    for (const Band& band : scale.bands->bands()) {
      if (!band.score) {
        find(Errc::band_without_points, path, "\"" + band.label.code + "\" of " + criterion.table);
        break;
      }
    }
    return scale;
  }

  void check_criterion(std::size_t position) {
    const Criterion& one = parts().criteria[position];
    const std::string path = "/criteria/" + std::to_string(position);
    check_id(one.id, path + "/id");
    for (std::size_t i = 0; i < position; ++i) {
      if (parts().criteria[i].id == one.id) {
        find(Errc::duplicate_id, path + "/id", one.id);
        break;
      }
    }
    check_id(one.indicator, path + "/indicator");
    if (one.verdicts ? one.figure || !one.table.empty() : !one.figure || one.table.empty()) {
      find(Errc::criteria_conflict, path,
           "it has either a figure and a table, or the points of verdicts");
    }
    made_.scales_.push_back(scale_of(one, path + "/table"));
    check_worth(one, path);
    check_limits(one.floor, one.cap ? one.cap : one.points, path + "/floor");
    if (!one.floor && one.points) check_limits(Ratio(0), one.cap, path + "/cap");
    for (std::size_t i = 0; i < one.deductions.size(); ++i) {
      check_deduction(one, one.deductions[i], path + "/deductions/" + std::to_string(i));
    }
  }

  void check_worth(const Criterion& one, const std::string& path) {
    if (one.points.has_value() == one.weight.has_value()) {
      find(Errc::criteria_conflict, path, "it has either points or a weight");
      return;
    }
    if (one.points && one.points->sign() <= 0) find(Errc::points_not_positive, path + "/points");
    if (one.weight && one.weight->sign() < 0) find(Errc::weight_negative, path + "/weight");
    if (one.weight && one.role != CriterionRole::scored) {
      find(Errc::criteria_conflict, path + "/weight", "what comes on top or off has points");
    }
    if (one.weight && one.in == PointsIn::percent) {
      find(Errc::criteria_conflict, path + "/in", "percent is of points, and it has a weight");
    }
  }

  void check_deduction(const Criterion& one, const Deduction& deduction, const std::string& path) {
    check_id(deduction.indicator, path + "/indicator");
    if (deduction.each.sign() <= 0) find(Errc::points_not_positive, path + "/each");
    if (one.weight && deduction.in == PointsIn::percent) {
      find(Errc::criteria_conflict, path + "/in", "percent is of points, and it has a weight");
    }
    if (deduction.missing == MissingRule::excluded) {
      find(Errc::criteria_conflict, path + "/missing", "a deduction has no weight of its own");
    }
  }

  // All of them have points, or all have a weight.
  void check_whole() {
    Result<Ratio> whole = Ratio(0);
    const Criterion* first = nullptr;
    for (std::size_t i = 0; i < parts().criteria.size(); ++i) {
      const Criterion& one = parts().criteria[i];
      if (one.role != CriterionRole::scored || one.points.has_value() == one.weight.has_value()) {
        continue;
      }
      if (!first) first = &one;
      if (one.points.has_value() != first->points.has_value()) {
        find(Errc::criteria_conflict, "/criteria/" + std::to_string(i),
             "all criteria of the whole have points, or all have a weight");
        return;
      }
      whole = whole + (one.points ? *one.points : *one.weight);
    }
    if (!found_.empty()) return;
    if (!first) return find(Errc::nothing_to_count, "/criteria");
    if (!whole) return find(whole.error().code, "/criteria");
    if (whole->is_zero()) return find(Errc::no_weight, "/criteria");
    made_.by_points_ = first->points.has_value();
    made_.whole_ = *whole;
  }

  void check_classes() {
    if (!parts().classes.empty()) {
      made_.classes_ = bands_named(parts().classes);
      if (!made_.classes_) unknown_table(parts().classes, "/classes");
    }
    for (std::size_t i = 0; i < parts().quotas.size(); ++i) {
      const Quota& quota = parts().quotas[i];
      const std::string path = "/quotas/" + std::to_string(i);
      check_class(quota.code, path + "/class");
      for (std::size_t k = 0; k < quota.of.size(); ++k) {
        check_class(quota.of[k], path + "/of/" + std::to_string(k));
      }
      if (quota.of.empty()) find(Errc::nothing_to_count, path);
      if (quota.percent.sign() < 0 || quota.percent > Ratio(100)) {
        find(Errc::quota_out_of_range, path + "/percent", quota.percent.to_string());
      }
    }
  }

  void check_class(const std::string& code, const std::string& path) {
    std::vector<std::string_view> known;
    if (made_.classes_) {
      for (const Band& band : made_.classes_->bands()) known.push_back(band.label.code);
    }
    if (std::find(known.begin(), known.end(), code) != known.end()) return;
    const std::string near = nearest(code, known);
    find(Errc::unknown_word, path,
         '"' + code + "\" is no class" +
             (near.empty() ? "" : "; the nearest known one is \"" + near + '"'));
  }

  Criteria made_;
  Diagnostics found_;
  std::vector<std::string> names_;  // of the tables
};

Checked<Criteria> Criteria::of(CriteriaParts parts) {
  return CriteriaMaker(std::move(parts)).make();
}

}  // namespace tiendo
