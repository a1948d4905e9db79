#!/usr/bin/env python3
"""The facts of a dump by PySpark: one process of svodka for each partition, one line out for each line in.

    python3 pipe_facts.py --svodka /usr/local/bin/svodka --master yarn DUMP.jsonl FACTS

What makes sure that nothing is lost:

* `checkCode=True`: without it a process that fails, or is killed, ends its partition early and the job succeeds.
* `lineSep`: Spark would also cut lines at a carriage return.
* `--format jsonl`: a partition may begin with a line that does not look like a record.
* The counts of lines in and out are compared at the end.

PySpark splits the command like a shell but has none, so no `|` and no `>`. `env=` replaces the whole environment,
which svodka does not mind: it needs neither HOME nor PATH nor a locale.
"""
import argparse
import shlex
import sys

from pyspark.sql import SparkSession


def main():
    arguments = argparse.ArgumentParser(description='Facts of a dump by PySpark.')
    arguments.add_argument('dump')
    arguments.add_argument('facts')
    arguments.add_argument('--svodka', default='svodka', help='the command, on every worker')
    arguments.add_argument('--options', default='', help='options for svodka extract')
    arguments.add_argument('--master', help='where to run; what spark-submit says by default')
    arguments.add_argument('--partition-bytes', type=int, help='the largest partition')
    options = arguments.parse_args()

    builder = SparkSession.builder.appName('svodka')
    if options.master:
        builder = builder.master(options.master)
    if options.partition_bytes:
        builder = builder.config('spark.sql.files.maxPartitionBytes', options.partition_bytes)
        builder = builder.config('spark.sql.files.openCostInBytes', 0)
    spark = builder.getOrCreate()

    def lines_of(path):
        return spark.read.option('lineSep', '\n').text(path)

    # The cores are Spark's to share out, so each process has one worker.
    command = f'{shlex.quote(options.svodka)} extract --format jsonl --jobs 1 {options.options} -'
    lines = lines_of(options.dump)
    facts = lines.rdd.map(lambda row: row[0]).pipe(command, env={}, checkCode=True)
    facts.saveAsTextFile(options.facts)

    read, written = lines.count(), lines_of(options.facts).count()
    print(f'{{"read":{read},"written":{written},"partitions":{lines.rdd.getNumPartitions()}}}')
    spark.stop()
    return 0 if read == written else 1


if __name__ == '__main__':
    sys.exit(main())
