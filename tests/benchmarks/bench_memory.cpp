// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What calls and handles cost in memory, against the sum of their fields and against the conventional design
// (designs.h); and what it costs to let go of all of them at once, when a line closes.

#include "designs.h"

using namespace Linescope;
using namespace Linescope::Benchmark;
using Texts = EngineDesign::Texts;

namespace {

constexpr qsizetype smallJournal = 1024 * 1024;

struct Bytes {
    double perCall;
    double perHandle;
};

// From two populations with the same calls and different numbers of handles.
Bytes measured(int calls, Texts texts)
{
    const auto heap = [&](int handlesPerCall) {
        return double(EngineDesign(calls, handlesPerCall, smallJournal, texts).heapUsed()) / calls;
    };
    const double one = heap(1);
    const double perHandle = (heap(5) - one) / 4;
    return {one - perHandle, perHandle};
}

// What the members take, were there nothing else: no allocator, no directory, no spare capacity. Texts as UTF-8.
Bytes sumOfFields(Texts texts)
{
    double perCall = sizeof(Call) - sizeof(PackedCallInfo) + sizeof(quint32); // dwMediaMode
    if (texts == Texts::With) {
        for (const QString &text : {telephoneNumber("+1555", 0), telephoneNumber("", 0)})
            perCall += double(sizeof(quint32)) + double(text.toUtf8().size()); // with its length
    }
    return {perCall, sizeof(Handle)};
}

void printBytes(int calls)
{
    MarkdownTable table({u"figure"_s, u"heap bytes"_s, u"sum of fields"_s, u"ratio"_s, u"goal"_s, u"reached"_s});
    const auto row = [&](const QString &name, double bytes, double fields) {
        table.addRow({name, Benchmark::number(bytes), Benchmark::number(fields), Benchmark::number(bytes / fields),
                      u"<= 1.5"_s, goal(bytes <= 1.5 * fields)});
    };
    for (const Texts texts : {Texts::Without, Texts::With}) {
        const Bytes bytes = measured(calls, texts), fields = sumOfFields(texts);
        const QString with = texts == Texts::With ? u"with two numbers"_s : u"without texts"_s;
        row(u"call, "_s + with, bytes.perCall, fields.perCall);
        row(u"call and its handle, "_s + with, bytes.perCall + bytes.perHandle, fields.perCall + fields.perHandle);
        if (texts == Texts::With)
            row(u"handle"_s, bytes.perHandle, fields.perHandle);
    }
}

void printAgainstObjects(int handles)
{
    const auto objectBytes = [&] {
        const qint64 before = heapBytes();
        const ObjectDesign objects(handles, 1);
        return double(heapBytes() - before) / handles;
    };
    const double objects = objectBytes();
    MarkdownTable table({u"handles per call"_s, u"QObject design, bytes per handle"_s,
                         u"engine, bytes per handle (with the calls)"_s, u"goal"_s, u"reached"_s});
    for (const int handlesPerCall : {1, 2, 10}) {
        const double bytes = double(EngineDesign(handles / handlesPerCall, handlesPerCall, smallJournal).heapUsed())
            / (handles / handlesPerCall * handlesPerCall);
        table.addRow({QString::number(handlesPerCall), Benchmark::number(objects), Benchmark::number(bytes),
                      u"<= 1/4: "_s + Benchmark::number(objects / 4), goal(bytes <= objects / 4)});
    }
}

// One LINE_CLOSE with all its consequences: handles void, calls released, told to the applications and the provider.
void printClosing(int handles)
{
    MarkdownTable table({u"10,000 handles become void with one LINE_CLOSE"_s, u"ns per handle"_s,
                         u"deallocations per handle"_s, u"goal"_s, u"reached"_s});
    for (const int handlesPerCall : {1, 3, 10}) {
        const int calls = handles / handlesPerCall;
        std::vector<double> times, frees;
        for (int round = 0; round < 9; ++round) {
            EngineDesign engine(calls, handlesPerCall, 64 * 1024 * 1024);
            const quint64 before = deallocations;
            const qint64 start = threadCpuTime();
            engine.closeLine();
            times.push_back(double(threadCpuTime() - start) / (calls * handlesPerCall));
            frees.push_back(double(deallocations - before) / (calls * handlesPerCall));
        }
        table.addRow({u"engine, %1 per call"_s.arg(handlesPerCall), Benchmark::number(median(times)),
                      Benchmark::number(median(frees)), u"<= 1"_s, goal(median(frees) <= 1)});
    }
    std::vector<double> times, frees;
    for (int round = 0; round < 9; ++round) {
        auto objects = std::make_unique<ObjectDesign>(handles, 1);
        const quint64 before = deallocations;
        const qint64 start = threadCpuTime();
        objects.reset();
        times.push_back(double(threadCpuTime() - start) / handles);
        frees.push_back(double(deallocations - before) / handles);
    }
    table.addRow({u"QObject per handle, deleted"_s, Benchmark::number(median(times)), Benchmark::number(median(frees)),
                  u"-"_s, u"-"_s});
}

} // namespace

int main()
{
    printBytes(100'000);
    printAgainstObjects(100'000);
    printClosing(10'000);
    return 0;
}
