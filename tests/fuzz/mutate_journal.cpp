// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Qt's JSON parser is not instrumented: changing bytes finds next to nothing behind it. So every other change is one of
// whole lines: an event of any kind, made up, put in a place of the journal or in that of another line.

#include "journal/eventjson.h"
#include "randomvalues.h"

#include <cstring>

using namespace Linescope;
using namespace Linescope::Test;

extern "C" size_t LLVMFuzzerMutate(unsigned char *data, size_t size, size_t maxSize);

extern "C" size_t LLVMFuzzerCustomMutator(unsigned char *data, size_t size, size_t maxSize, unsigned seed)
{
    Choices choices(seed);
    if (choices.below(2) == 0)
        return LLVMFuzzerMutate(data, size, maxSize);
    QList<QByteArray> lines = QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)).split('\n');
    const quint64 seq = quint64(lines.size());
    const auto alternative = choices.below(quint32(std::variant_size_v<EventPayload>));
    const QByteArray line = toJsonLine({seq, 0, randomPayload(choices, alternative)});
    if (!lines.first().startsWith("{\"linescope\""))
        lines.prepend(journalHeader({}, 0));
    const auto at = qsizetype(choices.below(quint32(lines.size()))) + 1;
    if (choices.below(2) == 0 && at < lines.size())
        lines[at] = line;
    else
        lines.insert(at, line);
    const QByteArray mutated = lines.join('\n').left(qsizetype(maxSize));
    std::memcpy(data, mutated.constData(), size_t(mutated.size()));
    return size_t(mutated.size());
}
