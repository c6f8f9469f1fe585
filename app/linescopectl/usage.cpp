// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linescopectl/options.h"

namespace Linescope {

QString Options::usage()
{
    return tr("Usage: linescopectl watch [SOURCE] [--json] [--for DURATION] [--calls N] [--filter EXPR] [--mask]\n"
              "                          [--engine SWITCH] [--leaks]\n"
              "                          [--journal FILE [--compress] [--roll SIZE [--keep N]]] [--log PLACE]\n"
              "       linescopectl run FILE... [--source SOURCE] [--junit FILE] [--journal FILE] [--json] [--mask]\n"
              "                          [--golden PATH [--update]] [--against SOURCE]\n"
              "       linescopectl replay JOURNAL [--at MOMENT] [--json|--table|--csv] [--mask]\n"
              "       linescopectl check JOURNAL [--json] [--fail-on LEVEL] [--mute RULE=REASON] [--leaks]\n"
              "       linescopectl audit FILE [--mask]\n"
              "       linescopectl version\n"
              "       linescopectl --help\n"
              "\n"
              "watch shows lines, calls and call handles as they change; run plays scenarios and says what failed;\n"
              "replay shows what was true at a moment of a recording; check says which rules of TAPI a recorded\n"
              "session broke, and where; audit prints what was done by hand, and says if that log was changed.\n"
              "\n"
              "SOURCE is one of\n"
              "  simulator:?lines=4&seed=7&rate=20   calls that are made up (the default)\n"
              "  asterisk://USER@HOST:5038           the Manager Interface of an Asterisk\n"
              "  asterisks://USER@HOST:5039          the same over TLS\n"
              "  replay:FILE?speed=4                 what a provider reported in a recording, against today's rules\n"
              "The password comes from the environment variable LINESCOPE_SECRET, the keyring or a question.\n"
              "\n"
              "  --json           print one event a line as JSON, with a header first and a summary last\n"
              "  --for DURATION   end after 500ms, 30s, 5m, 1h\n"
              "  --calls N        end after N calls have ended\n"
              "  --filter EXPR    only what matches, for example: \"state:connected -app:recorder\"\n"
              "  --mask           hide numbers and names, all but their last two characters\n"
              "  --engine SWITCH  unownedIncoming=drop, closeDropsSoleOwned=false, closeCallAfterFailedCreate=true\n"
              "\n"
              "  --source SOURCE  run: play the scenarios against it, in real time\n"
              "  --junit FILE     run: write the results as JUnit XML\n"
              "  --golden PATH    run: compare what happened with a trace that was kept: a file, or a folder of them\n"
              "  --update         run: keep the traces there instead\n"
              "  --against SOURCE run: play the scenarios against this source too, and compare what happened\n"
              "  --journal FILE   record what happens; run: the journal of the one scenario\n"
              "  --compress       watch: compress the journal (gzip)\n"
              "  --roll SIZE      watch: go on in another file after 100M, 2G; they are numbered, FILE-0001\n"
              "  --keep N         watch: keep the last N of them\n"
              "  --log PLACE      watch: write every call that ends to a database, a file (SQLite) or\n"
              "                   postgresql://USER@HOST/DATABASE (password: LINESCOPE_LOG_SECRET or the keyring)\n"
              "  --at MOMENT      replay: #1234, 2026-11-22T10:41:00Z or +5m after the beginning; else the end\n"
              "  --fail-on LEVEL  check: fail on a violation (the default), on a warning, or never\n"
              "  --mute RULE=REASON   check: this rule does not count, for example V-42=no-ringer; may be repeated\n"
              "  --leaks          check, watch: say in the end who holds calls that are over\n"
              "\n"
              "Exit status: 0 fine; 1 a scenario failed, a trace is different, a finding reached the level or a log\n"
              "was changed; 2 usage or a file; 3 the source could not be reached.\n");
}

} // namespace Linescope
