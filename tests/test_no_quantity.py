"""Numbers that are no amounts: dates, document numbers, names, ordinals, idioms."""

import pytest

from corpus.amounts.quantity import quantities
from corpus.texts.text import fold


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2024年7月25日印发", id="date"),
        pytest.param("1-6月,一季度,前三季度,前8个月", id="parts of a year"),
        pytest.param("2017—2021年,2022-2024年", id="years"),
        pytest.param("二〇二四年二月二十八日", id="chinese date"),
        pytest.param("成文日期:2024-11-18", id="iso date"),
        pytest.param("椒经科提函〔2024〕45号 A1", id="document number"),
        pytest.param("关于区政协十一届三次会议第133号提案答复的函", id="session"),
        pytest.param("联系电话:0576-88830501 邮编:318020", id="telephone"),
        pytest.param("电话 :0 588-68856612", id="damaged telephone"),
        pytest.param("手机13812345678", id="mobile"),
        pytest.param("11331002002668741Q/2024-159030", id="index number"),
        pytest.param("一、工业生产稳步增长", id="section"),
        pytest.param("(三)实施“蝶变数字经济”行动", id="subsection"),
        pytest.param("1.加大投入。2、推进机采。(3)改善设施", id="numbered list"),
        pytest.param("5G基站、PM2.5、3D打印、C919", id="names"),
        pytest.param("“3+3”主导产业,1+N体系,7×24服务", id="sums in names"),
        pytest.param("“十四五”以来,“八大理念”,“六大片区”", id="slogans"),
        pytest.param("一企一策,一对一辅导,一项目一专班,十链百场万企", id="idioms"),
        pytest.param("产值“五升一降”,三增一减", id="up and down"),
        pytest.param("第一产业,第三方,第一时间,第二类", id="ordinals"),
        pytest.param("居全市第三位,排名第2,位列前三", id="ranks"),
        pytest.param("拨打12345政务服务便民热线", id="hotline"),
        pytest.param("夜间门诊延长到21时,上午9:30,14:30-17:00", id="times"),
        pytest.param("表1 主要产品产量,附件2,专栏3", id="captions"),
        pytest.param("过去五年,近三年,连续三年,今后五年,五年来", id="spans of years"),
        pytest.param("三年行动计划,九年一贯制学校,九年义务教育", id="years in names"),
        pytest.param("同比保持平稳,支持平潭发展", id="持平 across words"),
        pytest.param("一批企业,一个目标,一项工作", id="indefinite 一"),
        pytest.param("万家灯火,百年大计,千方百计", id="more idioms"),
        pytest.param("世界500强企业,自贸区3.0版", id="lists and versions"),
        pytest.param("数十家、几百户", id="unknown counts"),
        pytest.param("长三角,三门县,五台山,七台河", id="places"),
        pytest.param("实现两位数增长", id="两位数"),
        pytest.param("2.1.3国家粮食应急工作指挥部职责", id="section 2.1.3"),
        pytest.param("000014349/2018-00224", id="index number of a ministry"),
        pytest.param("四车道改六车道,二元结构", id="compounds"),
    ],
)
def test_no_amount(text: str) -> None:
    assert [quantity.raw for quantity in quantities(fold(text))] == []
