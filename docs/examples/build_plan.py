"""Builds the plan of Bỉm Sơn for 2024 without a file, and prints how far along it is on a day.

    python3 build_plan.py OBSERVATIONS DATE

The same plan as in bim-son-2024/plan.json. A program of yours takes the parts from where it keeps them,
such as the tables of a database; every key of the plan format can be given.
"""

import datetime
import sys
from decimal import Decimal
from typing import List

import tiendo


def build_plan() -> tiendo.Plan:
    """The plan; a part that is at fault raises tiendo.Error with everything that is wrong."""
    ## [build a plan]
    builder = tiendo.PlanBuilder()
    add_head(builder)
    add_measures(builder)
    add_units(builder)
    add_indicators(builder)
    add_targets(builder)
    add_task_groups(builder)
    return builder.build()
    ## [build a plan]


def add_head(builder: tiendo.PlanBuilder) -> None:
    """What the plan says of itself."""
    builder.set_head(id="bim-son-2024", unit="bim-son", period="2024",
                     name={"vi": "Kế hoạch phát triển kinh tế - xã hội năm 2024 của thị xã Bỉm Sơn",
                           "en": "Socio-economic development plan of Bỉm Sơn town for 2024"},
                     theme="Kỷ cương - Trách nhiệm - Hành động - Sáng tạo - Phát triển",
                     viewpoint="Trách nhiệm, nỗ lực, linh hoạt, quyết liệt, hiệu quả; tạo chuyển biến thực sự rõ nét "
                               "trên tất cả các lĩnh vực, địa bàn; phấn đấu hoàn thành thắng lợi các mục tiêu, nhiệm "
                               "vụ năm 2024",
                     basis=["Kế hoạch hành động của UBND tỉnh",
                            "Nghị quyết của Thị ủy",
                            "Nghị quyết của HĐND thị xã về nhiệm vụ phát triển kinh tế - xã hội, quốc phòng - an "
                            "ninh năm 2024",
                            "Nghị quyết Đại hội Đảng bộ thị xã lần thứ XI"],
                     parent={"id": "bim-son-2021-2025",
                             "name": {"vi": "Kế hoạch phát triển kinh tế - xã hội 5 năm 2021-2025",
                                      "en": "Five-year socio-economic development plan 2021-2025"},
                             "period": "2021/2025"},
                     declared={"indicators": 24, "task_groups": 9, "projects": 18},
                     note="24 indicators are declared and seven printed. At the end of the year the town council was "
                          "told that 11 of the 12 indicators assigned by the province and 21 of the 25 of the "
                          "council's resolution were met or better (baothanhhoa.vn 233921, 2024-12-18); which ones "
                          "is not printed.",
                     source="baothanhhoa.vn 203591, 2024-01")


def add_measures(builder: tiendo.PlanBuilder) -> None:
    """What numbers are counted in, with the exact factors between them."""
    builder.add_measure(id="dong", kind="money", name={"vi": "đồng", "en": "dong"}, factor=Decimal("1"))
    builder.add_measure(id="trieu-dong", kind="money", name={"vi": "triệu đồng", "en": "million dong"},
                        factor=Decimal("1000000"))
    builder.add_measure(id="ty-dong", kind="money", name={"vi": "tỷ đồng", "en": "billion dong"},
                        factor=Decimal("1000000000"))
    builder.add_measure(id="trieu-dong-nguoi", kind="money-per-person",
                        name={"vi": "triệu đồng/người", "en": "million dong per person"}, factor=Decimal("1000000"),
                        note="The plan prints triệu đồng/người/năm: the year is the period of the figure.")
    builder.add_measure(id="trieu-usd", kind="usd", name={"vi": "triệu USD", "en": "million US dollars"},
                        factor=Decimal("1000000"))
    builder.add_measure(id="ha", kind="area", name={"vi": "ha", "en": "ha"}, factor=Decimal("10000"))
    builder.add_measure(id="percent", kind="share", name={"vi": "%", "en": "%"}, factor=Decimal("0.01"))
    builder.add_measure(id="phuong", kind="wards", name={"vi": "phường", "en": "wards"}, factor=Decimal("1"))
    builder.add_measure(id="doanh-nghiep", kind="enterprises", name={"vi": "doanh nghiệp", "en": "enterprises"},
                        factor=Decimal("1"))
    builder.add_measure(id="trieu-tan", kind="mass", name={"vi": "triệu tấn", "en": "million tonnes"},
                        factor=Decimal("1000000000"))
    builder.add_measure(id="trieu-vien", kind="bricks", name={"vi": "triệu viên", "en": "million bricks"},
                        factor=Decimal("1000000"))
    builder.add_measure(id="trieu-san-pham", kind="pieces", name={"vi": "triệu sản phẩm", "en": "million pieces"},
                        factor=Decimal("1000000"))


def add_units(builder: tiendo.PlanBuilder) -> None:
    """Who assigns targets and who has to meet them."""
    builder.add_unit(id="thanh-hoa", kind="province", name={"vi": "tỉnh Thanh Hóa", "en": "Thanh Hóa province"})
    builder.add_unit(id="bim-son", kind="town", parent="thanh-hoa",
                     name={"vi": "thị xã Bỉm Sơn", "en": "Bỉm Sơn town"}, until=datetime.date(2025, 7, 1),
                     note="The district level was abolished on 1 July 2025.")
    builder.add_unit(id="phong-noi-vu", kind="department", parent="bim-son",
                     name={"vi": "Phòng Nội vụ thị xã Bỉm Sơn", "en": "Bỉm Sơn town department of home affairs"},
                     note="Named as a speaker at the conference; its share of the indicators is not printed.")
    builder.add_unit(id="bac-son", kind="ward", parent="bim-son", name={"vi": "phường Bắc Sơn", "en": "Bắc Sơn ward"},
                     until=datetime.date(2025, 7, 1))
    builder.add_unit(id="ngoc-trao", kind="ward", parent="bim-son",
                     name={"vi": "phường Ngọc Trạo", "en": "Ngọc Trạo ward"}, until=datetime.date(2025, 7, 1))
    builder.add_unit(id="phu-son", kind="ward", parent="bim-son", name={"vi": "phường Phú Sơn", "en": "Phú Sơn ward"},
                     until=datetime.date(2025, 7, 1))
    builder.add_unit(id="quang-trung", kind="commune", parent="bim-son",
                     name={"vi": "xã Quang Trung", "en": "Quang Trung commune"}, until=datetime.date(2025, 7, 1),
                     note="Its share of the indicators is not printed. On 1 July 2025 it became the new ward Quang "
                          "Trung, with the wards Bắc Sơn, Ngọc Trạo and Phú Sơn.")


def add_indicators(builder: tiendo.PlanBuilder) -> None:
    """What is counted."""
    builder.add_indicator(id="gross-output-growth",
                          name={"vi": "Tốc độ tăng giá trị sản xuất", "en": "Growth of gross output"},
                          field="economy", measure="percent", kind="growth", base="gross-output", direction="more",
                          scale=2, digits=1)
    builder.add_indicator(id="gross-output",
                          name={"vi": "Giá trị sản xuất trên địa bàn", "en": "Gross output in the area"},
                          field="economy", measure="ty-dong", kind="flow", direction="more", scale=3, digits=1,
                          percent_digits=1,
                          note="The value of the year 2024 is not printed: only 99.4 % of plan and +10.7 % on the "
                               "same period are stated (baothanhhoa.vn 233921, 2024-12-18).")
    builder.add_indicator(id="income-per-head", name={"vi": "Thu nhập bình quân đầu người", "en": "Income per head"},
                          field="economy", measure="trieu-dong-nguoi", kind="level", direction="more", scale=2,
                          digits=2, percent_digits=1)
    builder.add_indicator(id="development-investment",
                          name={"vi": "Tổng vốn đầu tư phát triển", "en": "Total development investment"},
                          field="economy", measure="ty-dong", kind="flow", direction="more", scale=3, digits=0,
                          percent_digits=1)
    builder.add_indicator(id="poor-households",
                          name={"vi": "Tỷ lệ hộ nghèo theo tiêu chí mới",
                                "en": "Poor households by the new criteria"},
                          field="society", measure="percent", kind="level", direction="less", scale=2, digits=2)
    builder.add_indicator(id="food-safety-wards",
                          name={"vi": "Số phường được công nhận đạt an toàn thực phẩm nâng cao",
                                "en": "Wards recognised for advanced food safety"},
                          field="society", measure="phuong", kind="count", direction="more", scale=0, digits=0)
    builder.add_indicator(id="security-standard-areas",
                          name={"vi": "Tỷ lệ khu dân cư đạt chuẩn về an ninh trật tự",
                                "en": "Residential areas meeting the security-and-order standard"},
                          field="security", measure="percent", kind="level", direction="more", scale=2, digits=1)
    builder.add_indicator(id="land-cleared", name={"vi": "Diện tích giải phóng mặt bằng", "en": "Land cleared"},
                          field="land", measure="ha", kind="flow", direction="more", scale=3, digits=3,
                          percent_digits=1)
    builder.add_indicator(id="public-investment-disbursed",
                          name={"vi": "Giải ngân vốn đầu tư công", "en": "Public investment disbursed"},
                          field="economy", measure="ty-dong", kind="flow", direction="more", scale=3, digits=3,
                          note="The plan for the year is not printed.")
    builder.add_indicator(id="budget-revenue", name={"vi": "Thu ngân sách nhà nước", "en": "State budget revenue"},
                          field="economy", measure="ty-dong", kind="flow", direction="more", scale=3, digits=3,
                          note="The plan for the year is not printed.")
    builder.add_indicator(id="new-enterprises", name={"vi": "Số doanh nghiệp thành lập mới", "en": "New enterprises"},
                          field="economy", measure="doanh-nghiep", kind="flow", direction="more", scale=0, digits=0,
                          note="The plan for the year is not printed.")
    builder.add_indicator(id="share-industry-construction",
                          name={"vi": "Cơ cấu kinh tế: công nghiệp - xây dựng",
                                "en": "Economic structure: industry and construction"},
                          field="economy", measure="percent", kind="share", scale=2, digits=2,
                          note="The plan for the year is not printed.")
    builder.add_indicator(id="share-services",
                          name={"vi": "Cơ cấu kinh tế: dịch vụ", "en": "Economic structure: services"},
                          field="economy", measure="percent", kind="share", scale=2, digits=2,
                          note="The plan for the year is not printed.")
    builder.add_indicator(id="share-agriculture",
                          name={"vi": "Cơ cấu kinh tế: nông - lâm - thủy sản",
                                "en": "Economic structure: agriculture, forestry and fishery"},
                          field="economy", measure="percent", kind="share", scale=2, digits=2,
                          note="The plan for the year is not printed.")
    builder.add_indicator(id="export-value", name={"vi": "Giá trị hàng hóa xuất khẩu", "en": "Export value"},
                          field="economy", measure="trieu-usd", kind="flow", direction="more", scale=2, digits=2,
                          percent_digits=2, note="The plan for the year is not printed.")
    builder.add_indicator(id="cement", name={"vi": "Sản lượng xi măng", "en": "Cement produced"}, field="economy",
                          measure="trieu-tan", kind="flow", direction="more", scale=2, digits=2,
                          note="The plan for the year is not printed.")
    builder.add_indicator(id="clinker", name={"vi": "Sản lượng clinker", "en": "Clinker produced"}, field="economy",
                          measure="trieu-tan", kind="flow", direction="more", scale=2, digits=2,
                          note="The plan for the year is not printed.")
    builder.add_indicator(id="bricks", name={"vi": "Sản lượng gạch xây", "en": "Bricks produced"}, field="economy",
                          measure="trieu-vien", kind="flow", direction="more", scale=1, digits=1,
                          note="The plan for the year is not printed.")
    builder.add_indicator(id="cement-bags", name={"vi": "Sản lượng bao bì xi măng", "en": "Cement bags produced"},
                          field="economy", measure="trieu-san-pham", kind="flow", direction="more", scale=1, digits=1,
                          note="The plan for the year is not printed.")
    builder.add_indicator(id="garments", name={"vi": "Sản lượng sản phẩm may", "en": "Garments produced"},
                          field="economy", measure="trieu-san-pham", kind="flow", direction="more", scale=1, digits=1,
                          note="The plan for the year is not printed.")
    builder.add_indicator(id="sown-area", name={"vi": "Tổng diện tích gieo trồng", "en": "Sown area"},
                          field="economy", measure="ha", kind="flow", direction="more", scale=1, digits=1,
                          note="The plan for the year is not printed.")


def add_targets(builder: tiendo.PlanBuilder) -> None:
    """What has been promised."""
    builder.add_target(indicator="gross-output-growth", at_least=Decimal("12.4"), note="Printed: đạt 12,4% trở lên.")
    builder.add_target(indicator="gross-output", at_least=Decimal("18964"), note="Printed: đạt 18.964 tỷ đồng.")
    builder.add_target(indicator="income-per-head", at_least=Decimal("75"),
                       note="Printed: đạt 75 triệu đồng/người/năm.")
    builder.add_target(indicator="development-investment", at_least=Decimal("5300"),
                       note="Printed: đạt 5.300 tỷ đồng.")
    builder.add_target(indicator="poor-households", at_most=Decimal("0.2"),
                       note="Printed: tỷ lệ hộ nghèo theo tiêu chí mới 0,2%.")
    builder.add_target(indicator="food-safety-wards", increase_by={"value": "2", "in": "value"},
                       note="Printed: có thêm 2 phường được công nhận đạt ATTP nâng cao. How many wards had been "
                            "recognised before is not printed.")
    builder.add_target(indicator="security-standard-areas", at_least=Decimal("85"),
                       note="Printed: có 85% khu dân cư đạt chuẩn về an ninh trật tự.")
    builder.add_target(indicator="land-cleared", assigner="thanh-hoa", at_least=Decimal("53.026"), projects=14,
                       note="Printed: tỉnh giao là 53,026 ha để thực hiện 14 dự án.")
    builder.add_target(indicator="land-cleared", assigner="bim-son", layer="adds", at_least=Decimal("40.834"),
                       projects=4,
                       note="Printed: UBND thị xã còn giao thêm nhiệm vụ GPMB 40,834 ha để thực hiện 4 dự án.")


def add_task_groups(builder: tiendo.PlanBuilder) -> None:
    """The work."""
    builder.add_task_group(id="nhom-1", number=1,
                           name={"vi": "Tập trung phát triển sản xuất công nghiệp, nâng cao chất lượng hoạt động "
                                       "thương mại - dịch vụ, sản xuất nông nghiệp gắn với thị trường tiêu thụ, nâng "
                                       "cao hiệu quả sản xuất",
                                 "en": "Develop industrial production, better trade and services, tie farming to its "
                                       "markets, make production more efficient"})
    builder.add_task_group(id="nhom-2", number=2,
                           name={"vi": "Tập trung cho quy hoạch đô thị, xây dựng kế hoạch sử dụng đất, công tác GPMB "
                                       "và giải ngân vốn đầu tư các dự án",
                                 "en": "Urban planning, the land-use plan, land clearance and disbursement of the "
                                       "projects' capital"},
                           targets=["land-cleared", "public-investment-disbursed"])
    builder.add_task_group(id="nhom-3", number=3,
                           name={"vi": "Tiếp tục đẩy mạnh cải cách hành chính, cải thiện môi trường đầu tư kinh "
                                       "doanh, phát triển doanh nghiệp",
                                 "en": "Further administrative reform, a better climate for investment and business, "
                                       "growth of enterprises"})
    builder.add_task_group(id="nhom-4", number=4,
                           name={"vi": "Thực hiện tốt công tác quản lý nhà nước về quản lý đô thị, đất đai, tài "
                                       "nguyên khoáng sản và môi trường trên địa bàn",
                                 "en": "Sound state management of the town, its land, minerals and environment"})
    builder.add_task_group(id="nhom-5", number=5,
                           name={"vi": "Thực hiện đồng bộ các giải pháp để khai thác hiệu quả các nguồn thu, phấn "
                                       "đấu đạt chỉ tiêu thu ngân sách",
                                 "en": "Use all sources of revenue well and strive to meet the budget revenue target"},
                           targets=["budget-revenue"])
    builder.add_task_group(id="nhom-6", number=6,
                           name={"vi": "Tiếp tục đổi mới, nâng cao chất lượng các hoạt động văn hóa, giáo dục, y tế, "
                                       "thực hiện tốt các chính sách an sinh xã hội",
                                 "en": "Renew and improve culture, education and health; carry out social security "
                                       "policies well"})
    builder.add_task_group(id="nhom-7", number=7,
                           name={"vi": "Tăng cường kỷ luật kỷ cương hành chính, giải quyết tốt đơn thư khiếu nại, tố "
                                       "cáo",
                                 "en": "Stronger administrative discipline; complaints and denunciations handled "
                                       "well"})
    builder.add_task_group(id="nhom-8", number=8,
                           name={"vi": "Tăng cường, củng cố quốc phòng - an ninh, giữ vững an ninh chính trị, bảo "
                                       "đảm trật tự an toàn xã hội",
                                 "en": "Stronger defence and security, political security kept, public order and "
                                       "safety assured"})


def main(arguments: List[str]) -> int:
    if len(arguments) != 2:
        print("usage: build_plan.py OBSERVATIONS DATE", file=sys.stderr)
        return 2
    observations, day = arguments
    try:
        ## [report on it]
        book = tiendo.Book(build_plan())
        book.read(observations)
        report = book.report(as_of=datetime.date.fromisoformat(day))
        ## [report on it]
    except (tiendo.Error, ValueError) as problem:
        print(problem, file=sys.stderr)
        return 1
    sys.stdout.buffer.write(report.write(format="text", lang="vi").encode())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
