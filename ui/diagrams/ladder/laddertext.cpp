// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagrams/ladder/laddertext.h"

#include "support/format.h"
#include "support/text.h"

#include <algorithm>

namespace Linescope {

namespace {

bool isHarmless(char32_t c)
{
    if (c > 0x7f)
        return QChar::isLetterOrNumber(c) || c == U'→' || c == U'…' || c == U'·';
    return QChar::isLetterOrNumber(c) || c == U' ' || c == U'.' || c == U',' || c == U'(' || c == U')';
}

// The form is that of an entity: before and after the number.
QString escaped(const QString &text, QLatin1StringView before)
{
    QString result;
    const QString visible = visibleText(text, 200); // no control character is left, and no line ends
    for (const char32_t c : visible.toUcs4())
        result += isHarmless(c) ? QString::fromUcs4(&c, 1) : before + QString::number(quint32(c)) + u';';
    return result;
}

// When the bars of an application begin and end.
struct Turn {
    quint64 seq = 0;
    quint32 lane = 0;
    bool begins = false;
};

std::vector<Turn> turnsOf(const LadderRows &rows)
{
    std::vector<Turn> turns;
    for (const LadderLife &life : rows.lives()) {
        const quint32 lane = life.handle.app.handle();
        turns.push_back({life.handle.born, lane, true});
        if (life.handle.gone != 0)
            turns.push_back({life.handle.gone, lane, false});
    }
    std::stable_sort(turns.begin(), turns.end(), [](const Turn &a, const Turn &b) { return a.seq < b.seq; });
    return turns;
}

// What both languages have in common: a walk along the rows.
class Writer {
public:
    explicit Writer(const LadderRows &rows)
        : m_rows(rows)
        , m_lanes(rows.shownLanes())
    {
    }
    virtual ~Writer() = default;
    Q_DISABLE_COPY_MOVE(Writer)

    QString write()
    {
        begin();
        for (size_t i = 0; i < m_lanes.size(); ++i)
            participant(m_lanes[i], laneId(i));
        const std::vector<Turn> turns = turnsOf(m_rows);
        auto turn = turns.begin();
        const auto turnUntil = [&](quint64 seq) {
            for (; turn != turns.end() && turn->seq <= seq; ++turn)
                activation(laneOf(turn->lane), turn->begins);
        };
        turnUntil(0);
        for (const LadderRow &row : m_rows.rows()) {
            if (const LadderStep *step = m_rows.step(row)) {
                if (row.gap > 0)
                    pause(durationText(row.gap));
                entry(row, ladderText(*step));
            }
            turnUntil(row.seq);
        }
        end();
        return m_text;
    }

protected:
    virtual void begin() = 0;
    virtual void end() { }
    virtual void participant(const LadderLane &lane, const QString &id) = 0;
    virtual void activation(const QString &lane, bool begins) = 0;
    virtual void pause(const QString &duration) = 0;
    virtual void entry(const LadderRow &row, const QString &text) = 0;

    void line(const QString &text) { m_text += text + u'\n'; }
    QString laneOf(quint32 id) const
    {
        const auto lane = std::find_if(m_lanes.begin(), m_lanes.end(),
                                       [id](const LadderLane &known) { return known.id == id; });
        return laneId(size_t(lane - m_lanes.begin()));
    }
    QString allLanes() const { return m_lanes.size() < 2 ? laneId(0) : laneId(0) + u',' + laneId(m_lanes.size() - 1); }

private:
    static QString laneId(size_t index) { return u'p' + QString::number(index); }

    const LadderRows &m_rows;
    const std::vector<LadderLane> m_lanes;
    QString m_text;
};

QString titleOf(const LadderLane &lane)
{
    return lane.tag.isEmpty() ? lane.name : lane.name + u" ("_s + lane.tag + u')';
}

class MermaidWriter : public Writer {
public:
    using Writer::Writer;

protected:
    void begin() override { line(u"sequenceDiagram"_s); }
    void participant(const LadderLane &lane, const QString &id) override
    {
        line(u"    participant %1 as "_s.arg(id) + mermaidLabel(titleOf(lane)));
    }
    void activation(const QString &lane, bool begins) override
    {
        line((begins ? u"    activate "_s : u"    deactivate "_s) + lane);
    }
    void pause(const QString &duration) override { note(allLanes(), u"· "_s + duration + u" ·"_s); }
    void entry(const LadderRow &row, const QString &text) override
    {
        if (row.ends.isAcross())
            note(allLanes(), text);
        else if (!row.ends.isArrow())
            note(laneOf(row.ends.from), text);
        else
            line(u"    "_s + laneOf(row.ends.from) + arrow(row) + laneOf(row.ends.to) + u": "_s + mermaidLabel(text));
    }

private:
    void note(const QString &where, const QString &text)
    {
        line(u"    Note over "_s + where + u": "_s + mermaidLabel(text));
    }
    static QString arrow(const LadderRow &row)
    {
        switch (row.kind) {
        case LadderKind::Result:
            return row.failed ? u"--x"_s : u"-->>"_s;
        case LadderKind::Reply:
            return row.failed ? u"--x"_s : u"--)"_s;
        case LadderKind::Message:
            return u"-)"_s;
        case LadderKind::Report:
            return row.failed ? u"--x"_s : u"-->>"_s;
        default:
            return u"->>"_s;
        }
    }
};

class PlantUmlWriter : public Writer {
public:
    using Writer::Writer;

protected:
    void begin() override { line(u"@startuml"_s); }
    void end() override { line(u"@enduml"_s); }
    void participant(const LadderLane &lane, const QString &id) override
    {
        line(u"participant \"%1\" as "_s.arg(plantUmlLabel(titleOf(lane))) + id);
    }
    void activation(const QString &lane, bool begins) override
    {
        line((begins ? u"activate "_s : u"deactivate "_s) + lane);
    }
    void pause(const QString &duration) override { line(u"... "_s + plantUmlLabel(duration) + u" ..."_s); }
    void entry(const LadderRow &row, const QString &text) override
    {
        if (row.ends.isAcross())
            line(u"hnote over "_s + allLanes() + u" : "_s + plantUmlLabel(text));
        else if (!row.ends.isArrow())
            line(u"note over "_s + laneOf(row.ends.from) + u" : "_s + plantUmlLabel(text));
        else
            line(laneOf(row.ends.from) + u' ' + arrow(row) + u' ' + laneOf(row.ends.to) + u" : "_s
                 + plantUmlLabel(text));
    }

private:
    static QString arrow(const LadderRow &row)
    {
        switch (row.kind) {
        case LadderKind::Result:
            return row.failed ? u"-[#red]->x"_s : u"-->"_s;
        case LadderKind::Reply:
            return row.failed ? u"-[#red]->x"_s : u"-->>"_s;
        case LadderKind::Message:
            return u"->>"_s;
        case LadderKind::Command:
            return u"-[bold]>"_s;
        case LadderKind::Report:
            return row.failed ? u"-[#red,dotted]>x"_s : u"-[dotted]>"_s;
        default:
            return u"->"_s;
        }
    }
};

} // namespace

// "end" closes a block in Mermaid, even within a label.
QString mermaidLabel(const QString &text)
{
    QString label = escaped(text, QLatin1StringView("#"));
    for (qsizetype at = label.indexOf(u"end"_s, 0, Qt::CaseInsensitive); at >= 0;
         at = label.indexOf(u"end"_s, at + 1, Qt::CaseInsensitive))
        label.replace(at, 1, label.at(at) == u'e' ? u"#101;"_s : u"#69;"_s);
    return label;
}

QString plantUmlLabel(const QString &text) { return escaped(text, QLatin1StringView("&#")); }

QString ladderPlainText(const LadderRows &rows)
{
    const auto nameOf = [&rows](quint32 id) {
        const auto &lanes = rows.lanes();
        const auto lane = std::find_if(lanes.begin(), lanes.end(),
                                       [id](const LadderLane &known) { return known.id == id; });
        return lane == lanes.end() ? QString() : titleOf(*lane);
    };
    QStringList lines;
    for (const LadderRow &row : rows.rows()) {
        const LadderStep *step = rows.step(row);
        if (!step)
            continue;
        QString line = timeText(row.time) + u"  "_s;
        if (row.ends.isArrow())
            line += nameOf(row.ends.from) + u" → "_s + nameOf(row.ends.to) + u": "_s;
        else if (!row.ends.isAcross())
            line += nameOf(row.ends.from) + u": "_s;
        lines += visibleText(line + ladderText(*step), 2'000);
    }
    return lines.join(u'\n');
}

QString ladderMermaid(const LadderRows &rows) { return MermaidWriter(rows).write(); }

QString ladderPlantUml(const LadderRows &rows) { return PlantUmlWriter(rows).write(); }

} // namespace Linescope
