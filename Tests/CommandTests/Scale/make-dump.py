#!/usr/bin/env python3
"""Writes a dump of made-up news to standard output: the same for the same arguments.

    make-dump.py --documents 1000000 --sentences 1 > small.jsonl
    make-dump.py --bytes 1000000000 > large.jsonl
"""
import argparse
import json
import random
import sys

FIRST = 'Ерлан Санжар Тимур Айгуль Анна Иван Мария Сергей Ольга Арман'.split()
LAST = 'Досжанов Касенов Петров Сидоров Ахметов Иванов Ким Орлов'.split()
CITY = 'Актау Павлодаре Москве Алматы Казани Томске Самаре Астане'.split()
BODY = ['Министерство образования', 'ТОО "Ертіс Логистика"', 'ПАО «Газпром»', 'Павлодарский колледж транспорта',
        'партия "AMANAT"', 'администрация города', 'Национальный банк']
ROLE = ['генеральный директор', 'президент', 'министр', 'ректор', 'председатель правления', 'пресс-секретарь']
MONTH = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split()
THING = ['студентов', 'тенге', 'рублей', 'человек', 'школ', 'процентов', 'млн долларов', 'тыс. тонн']
PATTERNS = [
    'В {city} {day} {month} {year} года прошёл форум, его посетили свыше {count} {thing}.',
    '{body} выделит {count} {thing} на строительство, сообщил {role} {first} {last}.',
    '"Это важное решение для {count} {thing}", — сказал {last}.',
    'По словам {last}а, в {year} году рост составил {small},{digit}%.',
    'Как рассказал {role} {first} {last}, {body} работает с {year} года.',
    'С {day} по {later} {month} в {city} ждут до {count} {thing}, а годом ранее было {small} {thing}.',
]


def sentence(chance):
    day = chance.randint(1, 20)
    return chance.choice(PATTERNS).format(
        city=chance.choice(CITY), day=day, later=day + chance.randint(1, 8), month=chance.choice(MONTH),
        year=chance.randint(1990, 2025), count=chance.randint(2, 99999), thing=chance.choice(THING),
        body=chance.choice(BODY), role=chance.choice(ROLE), first=chance.choice(FIRST), last=chance.choice(LAST),
        small=chance.randint(1, 99), digit=chance.randint(0, 9))


def main():
    arguments = argparse.ArgumentParser(description='Writes a dump of made-up news.')
    arguments.add_argument('--documents', type=int, default=sys.maxsize)
    arguments.add_argument('--bytes', type=int, default=sys.maxsize)
    arguments.add_argument('--sentences', type=int, default=12)
    arguments.add_argument('--seed', type=int, default=1)
    options = arguments.parse_args()
    if sys.maxsize == options.documents == options.bytes:
        arguments.error('one of --documents and --bytes is needed')
    chance = random.Random(options.seed)
    # A stock of sentences, so that a gigabyte does not take longer to make than to read.
    stock = [sentence(chance) for _ in range(20000)]
    written = number = 0
    while number < options.documents and written < options.bytes:
        text = ' '.join(chance.choices(stock, k=options.sentences))
        record = {'id': number, 'date': '2025-10-29', 'text': f'{text} Запись {number}.'}
        line = json.dumps(record, ensure_ascii=False).encode() + b'\n'
        sys.stdout.buffer.write(line)
        written += len(line)
        number += 1


if __name__ == '__main__':
    main()
