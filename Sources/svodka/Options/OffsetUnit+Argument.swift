public import ArgumentParser
public import TextEngine

extension OffsetUnit: ExpressibleByArgument {}
