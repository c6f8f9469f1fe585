// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The mapping as a page of the help, made of the tables that decide.
#include "mapping.h"

#include "tapi/names.h"

#include <QCoreApplication>

#include <map>

using namespace Qt::StringLiterals;

namespace Linescope::AsteriskMapping {

namespace {

class Page {
    Q_DECLARE_TR_FUNCTIONS(Linescope::AsteriskMapping)

public:
    static QString write(std::span<const Event> events);

private:
    static QString row(const QStringList &cells) { return u"| "_s + cells.join(u" | "_s) + u" |\n"_s; }
    static QString table(const QStringList &header, const QList<QStringList> &rows)
    {
        QString text = row(header) + row(QStringList(header.size(), u"---"_s));
        for (const QStringList &cells : rows)
            text += row(cells);
        return text + u'\n';
    }
    static QString heading(const QString &title) { return u"## "_s + title + u"\n\n"_s; }
    static QString paragraph(const QString &text) { return text + u"\n\n"_s; }

    static QString stateName(const StateRule &rule)
    {
        const QString mode = modeName(rule.state, rule.mode);
        return nameOf(rule.state) + (mode.isEmpty() ? QString() : u'(' + mode + u')');
    }
    static QStringList stateRow(const StateRule &rule)
    {
        return {QString::fromLatin1(rule.rule.id), rule.rule.text(), stateName(rule)};
    }
    static QString states();
    static QString ends();
    static QString causeTables();
    static QString information();
    static QString others();
    static QString lines();
    static QString eventTable(std::span<const Event> events);
};

QString Page::states()
{
    QList<QStringList> rows;
    for (const StateRule &rule : stateRules())
        rows.append(stateRow(rule));
    return heading(tr("States")) + paragraph(tr("The first rule that applies gives the state."))
        + table({tr("Rule"), tr("What is known of the channel"), tr("State")}, rows);
}

QString Page::ends()
{
    QList<QStringList> rows;
    for (const EndRule &rule : endRules())
        rows.append({QString::fromLatin1(rule.rule.id), rule.rule.text(), QString::fromLatin1(rule.result)});
    const Rule &unseen = otherEnds()[size_t(OtherEnd::Unseen)];
    rows.append({QString::fromLatin1(unseen.id), unseen.text(), u"DISCONNECTED(UNKNOWN)"_s});
    return heading(tr("The end"))
        + paragraph(tr("The first rule that applies says how a channel ended. After DISCONNECTED comes IDLE."))
        + table({tr("Rule"), tr("What is known of the channel"), tr("What follows")}, rows) + causeTables();
}

QString Page::causeTables()
{
    std::map<DisconnectMode, QStringList> byMode;
    for (const CauseRow &row : causes())
        byMode[row.mode] += QString::number(row.cause);
    QList<QStringList> causeRows;
    for (const auto &[mode, causes] : byMode)
        causeRows.append({causes.join(u", "_s), nameOf(mode)});
    causeRows.append({tr("any other"), nameOf(DisconnectMode::Unknown)});
    QList<QStringList> statusRows;
    for (const DialStatusRow &row : dialStatuses())
        statusRows.append({QString::fromLatin1(row.status), nameOf(row.mode)});
    return table({tr("Cause (Q.850)"), u"LINEDISCONNECTMODE_"_s}, causeRows)
        + table({u"DialStatus"_s, u"LINEDISCONNECTMODE_"_s}, statusRows);
}

QString Page::information()
{
    QList<QStringList> rows;
    for (const ReasonRow &row : reasons())
        rows.append({QString::fromLatin1(row.rule.id), row.rule.text(), u"LINECALLREASON_"_s + nameOf(row.reason)});
    QList<QStringList> infoRows;
    for (const InfoRow &row : infoRules())
        infoRows.append(
            {QString::fromLatin1(row.rule.id), row.rule.text(), u"LINECALLINFOSTATE_"_s + nameOf(row.changed)});
    return heading(tr("Why a call comes")) + table({tr("Rule"), tr("What happened"), tr("Reason")}, rows)
        + heading(tr("Parties and the rest")) + table({tr("Rule"), tr("What it is"), tr("Announced as")}, infoRows);
}

QString Page::others()
{
    QList<QStringList> rows;
    for (const StateRule &rule : otherStates())
        rows.append(stateRow(rule));
    for (size_t i = 0; i < otherEnds().size(); ++i) {
        if (i != size_t(OtherEnd::Unseen))
            rows.append({QString::fromLatin1(otherEnds()[i].id), otherEnds()[i].text(), u"IDLE"_s});
    }
    return heading(tr("Conferences and consultation calls"))
        + paragraph(tr("Calls of TAPI that are no channel of the server."))
        + table({tr("Rule"), tr("What is known"), tr("State")}, rows);
}

QString Page::lines()
{
    QList<QStringList> rows;
    for (const LineRule &rule : lineRules())
        rows.append({QString::fromLatin1(rule.rule.id), rule.rule.text(),
                     rule.inService ? tr("in service") : tr("out of service")});
    return heading(tr("Lines"))
        + paragraph(tr("Each endpoint of the server's list is a line, and so is each technology and name of a channel"
                       " that is in no list. The first rule that applies gives its state."))
        + table({tr("Rule"), tr("What is known of the line"), tr("State")}, rows);
}

QString Page::eventTable(std::span<const Event> events)
{
    QList<QStringList> rows;
    for (const Event &event : events)
        rows.append({event.name[0] == '\0' ? tr("any other") : QString::fromLatin1(event.name), event.text()});
    return heading(tr("Events"))
        + paragraph(
               tr("Events of one channel come in order, those of different channels do not. So no event is a command:"
                  " it adds to what is known, and the rules above say what follows from all that is known."))
        + table({tr("Event"), tr("What is known by it")}, rows);
}

QString Page::write(std::span<const Event> events)
{
    return states() + ends() + information() + others() + lines() + eventTable(events);
}

} // namespace

QString tables(std::span<const Event> events) { return Page::write(events); }

} // namespace Linescope::AsteriskMapping
