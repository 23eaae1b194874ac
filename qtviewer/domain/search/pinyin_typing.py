"""Pinyin as people type it, without spaces: `ditie` is di tie, `dit` is di and a syllable that begins with t."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Final

_MAX_READINGS: Final = 4
_MAX_LENGTH: Final = 80  # letters; no title is longer
_SYLLABLE_LIST: Final = """
    a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce cen ceng
    cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci cong cou cu
    cuan cui cun cuo da dai dan dang dao de dei den deng di dia dian diao die ding diu dong dou du duan dui dun duo
    e ei en eng er fa fan fang fei fen feng fiao fo fou fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai
    guan guang gui gun guo ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun huo ji jia
    jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke kei ken keng kong kou ku kua kuai
    kuan kuang kui kun kuo la lai lan lang lao le lei len leng li lia lian liang liao lie lin ling liu lo long lou
    lu luan lun luo lv lve ma mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu na nai nan
    nang nao ne nei nen neng ni nian niang niao nie nin ning niu nong nou nu nuan nun nuo nv nve o ou pa pai pan
    pang pao pei pen peng pi pian piao pie pin ping po pou pu qi qia qian qiang qiao qie qin qing qiong qiu qu quan
    que qun ran rang rao re ren reng ri rong rou ru rua ruan rui run ruo sa sai san sang sao se sen seng sha shai
    shan shang shao she shei shen sheng shi shou shu shua shuai shuan shuang shui shun shuo si song sou su suan sui
    sun suo ta tai tan tang tao te tei teng ti tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei
    wen weng wo wu xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo
    yong you yu yuan yue yun za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao zhe zhei zhen zheng zhi
    zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu zuan zui zun zuo
"""
_SYLLABLES: Final = frozenset(_SYLLABLE_LIST.split())
_BEGINNINGS: Final = frozenset(syllable[:end] for syllable in _SYLLABLES for end in range(1, len(syllable) + 1))
_TYPED: Final = re.compile(r"[a-z0-9]*[a-z][a-z0-9]*")
_NUMBER: Final = re.compile("[0-9]+")


def may_be_pinyin(typed: str) -> bool:
    """Whether a text may be pinyin or initials: 2 to 80 lower-case letters and digits, at least one a letter."""
    return 2 <= len(typed) <= _MAX_LENGTH and _TYPED.fullmatch(typed) is not None


def syllable_readings(typed: str, is_prefix: bool) -> list[tuple[str, ...]]:
    """Return at most four ways to split letters and digits into syllables, those with the fewest syllables first.

    If `is_prefix`, the last syllable may be unfinished.
    """
    ways = islice(_readings(typed, is_prefix, set()), _MAX_READINGS)
    return sorted(ways, key=len)


@cache
def syllables_starting_with(beginning: str) -> Sequence[str]:
    """Return the syllables with this beginning in alphabetical order; none when no syllable begins so."""
    return [syllable for syllable in _SYLLABLE_LIST.split() if syllable.startswith(beginning)]


def _readings(typed: str, is_prefix: bool, dead_ends: set[str]) -> Iterator[tuple[str, ...]]:
    """Yield readings with the longest syllables first; `dead_ends` collects endings of the text without a reading."""
    if typed in dead_ends:
        return
    has_reading = False
    for length in _first_lengths(typed, is_prefix):
        rest = typed[length:]
        for reading in _readings(rest, is_prefix, dead_ends) if rest else [()]:
            has_reading = True
            yield (typed[:length], *reading)
    if not has_reading:
        dead_ends.add(typed)


def _first_lengths(typed: str, is_prefix: bool) -> Iterator[int]:
    """Yield the lengths of the syllables, or of the number, that the text may begin with, the longest first."""
    if number := _NUMBER.match(typed):
        yield number.end()
        return
    for length in range(min(6, len(typed)), 0, -1):
        is_last = length == len(typed)
        if typed[:length] in (_BEGINNINGS if is_prefix and is_last else _SYLLABLES):
            yield length
