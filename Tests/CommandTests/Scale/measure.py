#!/usr/bin/env python3
"""Measures runs of svodka over dumps of growing size: time, memory, counts, and the time to the first record.

    measure.py --svodka .build/release/svodka --folder dumps --largest 1000000000

Processor time is what to compare where other work goes on beside it. Options for svodka follow behind `--`.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).parent


def dump(folder, name, *options):
    path = folder / name
    if not path.exists():
        with open(path, 'wb') as file:
            subprocess.run([sys.executable, HERE / 'make-dump.py', *options], stdout=file, check=True)
    return path


def run(command, source, output=os.devnull):
    """Wall time, processor time, peak memory in MB, and the summary of a run."""
    start = time.monotonic()
    with open(source, 'rb') as file, open(output, 'wb') as target:
        process = subprocess.Popen(command, stdin=file, stdout=target, stderr=subprocess.PIPE)
        messages = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = status
    if status != 0:
        sys.exit(f'{command} failed: {messages.decode()}')
    wall, cpu = time.monotonic() - start, usage.ru_utime + usage.ru_stime
    return wall, cpu, usage.ru_maxrss / 1024, json.loads(messages.splitlines()[-1])


def show(name, source, measured):
    wall, cpu, memory, counts = measured
    size = os.path.getsize(source) / 1e6
    print(f'{name:28} {size:8.1f} MB {wall:8.2f} s {cpu:8.2f} s cpu {size / wall:7.2f} MB/s '
          f'{memory:6.0f} MB memory  {counts}', flush=True)


def first_record(command):
    times = []
    for _ in range(20):
        start = time.monotonic()
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        process.stdin.write('{"id":1,"text":"В Актау прошло 5 матчей."}\n'.encode())
        process.stdin.flush()
        process.stdout.readline()
        times.append(time.monotonic() - start)
        process.stdin.close()
        process.wait()
    times.sort()
    print(f'first record after {times[0] * 1e3:.1f} ms, median {times[10] * 1e3:.1f} ms', flush=True)


def main():
    arguments = argparse.ArgumentParser(description='Measures runs of svodka.')
    arguments.add_argument('--svodka', required=True)
    arguments.add_argument('--folder', type=pathlib.Path, required=True)
    arguments.add_argument('--smallest', type=int, default=10_000_000)
    arguments.add_argument('--largest', type=int, default=80_000_000)
    arguments.add_argument('--documents', type=int, default=1_000_000)
    arguments.add_argument('--line', type=int, default=1_000_000_000, help='the length of one line in bytes')
    arguments.add_argument('options', nargs='*')
    options = arguments.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    command = [options.svodka, 'extract', '--format', 'jsonl', *options.options]

    first_record(command)
    if options.documents:
        source = dump(options.folder, f'{options.documents}.jsonl', '--documents', str(options.documents),
                      '--sentences', '1')
        measured = run(command, source)
        show(f'{options.documents} small documents', source, measured)
        assert measured[3]['read'] == measured[3]['written'] == options.documents
    size, last = options.smallest, None
    while size <= options.largest:
        source = dump(options.folder, f'{size}-bytes.jsonl', '--bytes', str(size))
        measured = run(command, source)
        show('growing', source, measured)
        if last:
            print(f'  twice the size, {measured[1] / last:.3f} times the processor time', flush=True)
        size, last = size * 2, measured[1]
    if options.line:
        source, output = options.folder / 'one-line.jsonl', options.folder / 'one-line.out'
        with open(source, 'wb') as file:
            file.write(b'{"id":1,"text":"')
            for _ in range(options.line // 1_000_000):
                file.write(b'x' * 1_000_000)
            file.write(b'"}\n{"id":2,"text":"20"}\n')
        show('one long line', source, run(command, source, output))
        for line in open(output, 'rb'):
            record = json.loads(line)
            print(f"  id {record['id']}: {record.get('error', {}).get('code', 'facts')}", flush=True)


if __name__ == '__main__':
    main()
