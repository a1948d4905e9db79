import Foundation
import Testing

/// `svodka extract` between other programs.
struct FilterTests {
  private static func dump(_ count: Int) -> String {
    (1...count).map { "{\"id\":\($0),\"text\":\"Было \($0) домов и 20 школ.\"}\n" }.joined()
  }

  private static func isInstalled(_ command: String) -> Bool {
    (try? SvodkaProcess.shell("command -v \(command)"))?.status == 0
  }

  @Test(arguments: ["1", "2", "8"])
  func `the cuts of GNU parallel do not show`(jobs: String) throws {
    guard Self.isInstalled("parallel") else { return }
    let outcome = try SvodkaProcess.shell(
      #"""
      cd "$(mktemp -d)" && cat > dump.jsonl
      export HOME=$PWD LC_ALL=C
      "$SVODKA" extract --rules "$RULES" dump.jsonl > whole 2> /dev/null
      parallel --will-cite -j \#(jobs) --pipepart -k --block 20k -a dump.jsonl \
        "$SVODKA" extract --format jsonl --rules "$RULES" --jobs 1 > parts 2> counts
      echo $? $(jq -s 'map(.read) | add' < counts 2> /dev/null || echo 3000)
      cmp whole parts && echo same
      rm -r "$PWD"
      """#,
      input: Data(Self.dump(3_000).utf8)
    )
    #expect(outcome.lines == ["0 3000", "same"], "\(outcome.messages)")
  }

  @Test(arguments: [[], ["--line-buffered"], ["--line-buffered", "--jobs", "1"]])
  func `a partner that waits for each answer gets it`(options: [String]) throws {
    let outcome = try SvodkaProcess.shell(
      #"""
      coproc timeout 60 "$SVODKA" extract --rules "$RULES" \#(options.joined(separator: " "))
      for n in 1 2 3 4 5; do
        echo "{\"id\":$n,\"text\":\"20\"}" >&${COPROC[1]}
        read -r -t 50 answer <&${COPROC[0]} || exit 9
        echo "${answer:0:28}"
      done
      eval "exec ${COPROC[1]}>&-"
      wait $COPROC_PID
      """#
    )
    #expect(outcome.status == 0)
    #expect(outcome.lines == (1...5).map { "{\"schema\":\"svodka/1\",\"id\":\($0)," })
  }

  @Test func `a pipe that its owner made non-blocking is waited for`() throws {
    try TemporaryFolder.with { folder in
      let input = try folder.write(Self.dump(2_000), to: "dump.jsonl")
      let plain = try SvodkaProcess.extract([input.path])
      let process = Process()
      let output = Pipe()
      let descriptor = output.fileHandleForWriting.fileDescriptor
      #expect(fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK) == 0)
      process.executableURL = URL(fileURLWithPath: SvodkaProcess.path)
      process.arguments = ["extract", "--rules", SvodkaProcess.smallRules, input.path]
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      try process.run()
      try output.fileHandleForWriting.close()
      // The pipe is full by then.
      usleep(500_000)
      #expect(try output.fileHandleForReading.readToEnd() == plain.output)
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
  }

  @Test func `a buffer of one line does not change the output`() throws {
    let input = Data((Self.dump(500) + "\nbroken\n").utf8)
    let plain = try SvodkaProcess.extract([], input: input)
    for jobs in ["1", "4"] {
      let single = try SvodkaProcess.extract(["--line-buffered", "--jobs", jobs], input: input)
      #expect(single.output == plain.output)
      #expect(single.messages == plain.messages)
    }
  }

  @Test func `a limit and a sample are the same for any number of workers`() throws {
    let input = Data(Self.dump(3_000).utf8)
    let all = try SvodkaProcess.extract([], input: input)
    let limited = try SvodkaProcess.extract(["--limit", "7"], input: input)
    #expect(limited.lines == Array(all.lines.prefix(7)))
    #expect(limited.messages == "{\"read\":7,\"written\":7,\"errors\":0}\n")
    let sample = try SvodkaProcess.extract(["--sample", "20", "--jobs", "1"], input: input)
    #expect(sample.lines.count == 20)
    #expect(Set(sample.lines).isSubset(of: all.lines))
    for arguments in [["--jobs", "5"], ["--seed", "0"], ["--line-buffered"]] {
      let again = try SvodkaProcess.extract(["--sample", "20"] + arguments, input: input)
      #expect(again.output == sample.output)
    }
    let other = try SvodkaProcess.extract(["--sample", "20", "--seed", "1"], input: input)
    #expect(other.output != sample.output)
    // A limit ends the reading of a stream that has no end.
    let endless = try SvodkaProcess.shell(
      #"yes '{"text":""}' 2>/dev/null | "$SVODKA" extract --rules "$RULES" --limit 3"#
    )
    #expect(endless.status == 0)
    #expect(endless.lines.count == 3)
    for wrong in [["--limit", "0"], ["--sample", "0"], ["--seed", "-1"]] {
      #expect(try SvodkaProcess.extract(wrong, input: input).status == 2)
    }
  }

  @Test func `nothing is read from home or written elsewhere, whatever the environment`() throws {
    let outcome = try SvodkaProcess.shell(
      #"""
      cd "$(mktemp -d)" && mkdir home work && cat > dump.jsonl && cd work
      "$SVODKA" extract --rules "$RULES" < ../dump.jsonl > ../plain
      env -i "$SVODKA" extract --rules "$RULES" < ../dump.jsonl 2> ../messages | cmp - ../plain && echo same
      cat ../messages
      env -i HOME="$PWD/../home" TMPDIR="$PWD/../home" LC_ALL=ru_RU.UTF-8 TZ=Asia/Almaty TERM=xterm \
        "$SVODKA" extract --rules "$RULES" --jobs 3 < ../dump.jsonl 2> /dev/null | cmp - ../plain && echo same
      (cd / && "$SVODKA" extract --rules "$RULES" < "$OLDPWD/../dump.jsonl" 2> /dev/null) \
        | cmp - ../plain && echo same
      ls ../home ../work
      cd .. && rm -r "$PWD"
      """#,
      input: Data(Self.dump(50).utf8)
    )
    #expect(
      outcome.lines == [
        "same", "{\"read\":50,\"written\":50,\"errors\":0}", "same", "same", "../home:", "",
        "../work:",
      ],
      "\(outcome.messages)"
    )
  }

  @Test func `progress for programs is an object a second, and the last line is the summary`()
    throws
  {
    let outcome = try SvodkaProcess.shell(
      #"""
      { echo '{"text":"20"}'; sleep 2.5; echo '{}'; } \
        | "$SVODKA" extract --rules "$RULES" --progress json
      """#
    )
    #expect(outcome.status == 0)
    let lines = outcome.messages.split(separator: "\n")
    #expect(lines.last == "{\"read\":2,\"written\":2,\"errors\":1}")
    #expect((1...4).contains(lines.count - 1))
    for line in lines.dropLast() {
      let object =
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: [String: Any]]
      let progress = try #require(object?["progress"])
      #expect(progress["read"] as? Int == 1)
      #expect(progress["total_bytes"] is NSNull)
    }
  }

  @Test(.enabled(if: isInstalled("script")))
  func `progress is shown on a terminal unless nobody wants it`() throws {
    func shown(_ option: String) throws -> Bool {
      let outcome = try SvodkaProcess.shell(
        #"""
        script -qec "{ echo '{\"text\":\"20\"}'; sleep 1; } | '$SVODKA' extract --rules '$RULES' \#(option)" \
          /dev/null < /dev/null
        """#
      )
      return String(decoding: outcome.output, as: UTF8.self).contains("1 documents, ")
    }
    #expect(try shown(""))
    #expect(try !shown("--progress none"))
  }

  @Test func `rules are checked before input is touched`() throws {
    try TemporaryFolder.with { folder in
      try folder.write("rule", to: "rules/broken.rules")
      // Input that nobody ever writes to: reading it would not end.
      let outcome = try SvodkaProcess.shell(
        #"""
        cd '\#(folder.url.path)'; mkfifo input
        timeout 50 "$SVODKA" extract --rules rules -o out - <> input; echo $?; ls
        """#
      )
      #expect(outcome.lines == ["2", "input", "rules"])
    }
  }
}
