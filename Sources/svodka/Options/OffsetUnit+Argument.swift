public import ArgumentParser
public import FactExtraction

extension OffsetUnit: ExpressibleByArgument {}
