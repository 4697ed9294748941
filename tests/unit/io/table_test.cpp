// Tables: what people see.

#include "io/table.hpp"

#include <gtest/gtest.h>

namespace tiendo::table_test {
namespace {

const std::vector<Align> kAligns = {Align::left, Align::right, Align::left};

TEST(TextTableTest, AlignsColumnsByTheirWidthOnATerminal) {
  EXPECT_EQ(text_table({"Chỉ tiêu", "%", "Kết quả"},
                       {{"Giá trị sản xuất", "55.3", "đạt"},
                        {"計画", "9.9", ""},
                        {"Bi\u0309m So\u031Bn", "", "vượt"}},
                       kAligns),
            "Chỉ tiêu             %  Kết quả\n"
            "----------------  ----  -------\n"
            "Giá trị sản xuất  55.3  đạt\n"
            "計画               9.9\n"
            "Bi\u0309m So\u031Bn                 vượt\n");
}

TEST(TextTableTest, AHeaderAloneIsATable) {
  EXPECT_EQ(text_table({"unit", "actual"}, {}, {Align::left, Align::right}),
            "unit  actual\n"
            "----  ------\n");
}

TEST(TextTableTest, LinesDoNotEndWithSpaces) {
  EXPECT_EQ(text_table({"a", ""}, {{"", ""}, {"b  ", ""}}, {Align::left, Align::left}),
            "a\n"
            "---\n"
            "\n"
            "b\n");
}

TEST(TextTableTest, NoCellBreaksItsLine) {
  EXPECT_EQ(text_table({"a\nb"}, {{"c\r\nd"}, {"e\tf"}, {"\x1B[2Jg"}, {"h\x7Fi"}}, {Align::left}),
            "a b\n"
            "-----\n"
            "c d\n"
            "e f\n"
            " [2Jg\n"
            "h i\n");
}

TEST(TitleLineTest, IsEscapedAsACell) {
  EXPECT_EQ(title_line("x|y <script>\nz", true), "# x\\|y \\<script><br>z\n\n");
  EXPECT_EQ(title_line("x|y <script>\n\x1B[2Jz", false), "x|y <script>  [2Jz\n");
}

TEST(MarkdownTableTest, SaysTheAlignmentInItsSecondLine) {
  EXPECT_EQ(markdown_table({"Chỉ tiêu", "%", "Kết quả"}, {{"Giá trị", "55.3", ""}}, kAligns),
            "| Chỉ tiêu | % | Kết quả |\n"
            "| --- | ---: | --- |\n"
            "| Giá trị | 55.3 |  |\n");
}

TEST(MarkdownTableTest, EscapesWhatWouldBreakTheTable) {
  EXPECT_EQ(markdown_table({"a|b"}, {{"c\\|d"}, {"e\r\nf\ng"}, {"<b>"}, {"h\ti"}}, {Align::left}),
            "| a\\|b |\n"
            "| --- |\n"
            "| c\\\\\\|d |\n"
            "| e<br>f<br>g |\n"
            "| \\<b> |\n"
            "| h i |\n");
}

}  // namespace
}  // namespace tiendo::table_test
