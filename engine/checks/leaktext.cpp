// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "checks/leaktext.h"

#include "tapi/names.h"

#include <QCoreApplication>

namespace Linescope {

namespace {

class LeakText {
    Q_DECLARE_TR_FUNCTIONS(Linescope::LeakText)

public:
    explicit LeakText(const LeakReport &report)
        : m_report(report)
    {
    }

    QStringList lines()
    {
        if (m_report.isClean())
            return {tr("No leaks: no application holds a call that is over, nothing waits for an answer.")};
        for (const AppLeaks &leaks : m_report.apps)
            add(leaks);
        addOwnerless();
        addEndless();
        addUnanswered();
        return m_lines;
    }

private:
    QString age(Microseconds since) const { return toDurationString(m_report.at - since); }

    static QString named(const QList<CallId> &calls, qsizetype all)
    {
        QStringList names;
        for (CallId call : calls)
            names.append(shortName(call));
        const int more = int(all - calls.size());
        const QString text = names.join(u", ");
        return more > 0 ? tr("%1 and %n more", nullptr, more).arg(text) : text;
    }

    void add(const AppLeaks &leaks)
    {
        const QString name = leaks.monitor ? tr("%1 (%2, Linescope's own)").arg(leaks.name, shortName(leaks.app))
                                           : QStringLiteral("%1 (%2)").arg(leaks.name, shortName(leaks.app));
        if (leaks.retained > 0) {
            m_lines += tr("%1 holds %n handle(s) of calls that are over, the oldest for %2.", nullptr,
                          int(leaks.retained))
                           .arg(name, age(leaks.oldestSince));
            m_lines += QStringLiteral("  ")
                + tr("Memory: engine %1 bytes, provider %2.")
                      .arg(QString::number(leaks.engineBytes),
                           leaks.providerBytes == 0 ? tr("not reported")
                                                    : tr("%1 bytes").arg(QString::number(leaks.providerBytes)));
        }
        for (const HeldHandles &held : leaks.held) {
            const QString where = held.obtained == Obtained::Unknown ? tr("before the recording")
                                                                     : QString::fromLatin1(toString(held.obtained));
            m_lines += QStringLiteral("  ")
                + tr("%n obtained by %1: %2", nullptr, int(held.count)).arg(where, named(held.calls, held.count));
        }
        if (m_report.growthSince != 0 && leaks.growth != 0) {
            const QString change = (leaks.growth > 0 ? QStringLiteral("+") : QString()) + QString::number(leaks.growth);
            const QString text = tr("Handles now %1, %2 ago %3 (%4).")
                                     .arg(QString::number(leaks.handles), age(m_report.growthSince),
                                          QString::number(qint64(leaks.handles) - leaks.growth), change);
            m_lines += leaks.retained > 0 ? QStringLiteral("  ") + text : name + QStringLiteral(": ") + text;
        }
    }

    void addOwnerless()
    {
        if (!m_report.ownerless.isEmpty())
            m_lines += tr("%n live call(s) have no owner: nobody can end them.", nullptr,
                          int(m_report.ownerless.size()))
                + u' '
                + named(m_report.ownerless.first(std::min<qsizetype>(5, m_report.ownerless.size())),
                        m_report.ownerless.size());
    }

    void addEndless()
    {
        for (const EndlessCall &call : m_report.endless)
            m_lines += tr("%1 has been %2 for %3, without an end.")
                           .arg(shortName(call.call), nameOf(call.state), age(call.since));
    }

    void addUnanswered()
    {
        for (const UnansweredRequest &request : m_report.unanswered) {
            const QString name = QString::fromLatin1(request.command)
                + (request.call.isNull() ? QString() : u' ' + shortName(request.call));
            m_lines += tr("Request %1 (%2) has had no answer for %3.")
                           .arg(shortName(request.request), name, age(request.since));
        }
    }

    const LeakReport &m_report;
    QStringList m_lines;
};

} // namespace

QStringList toLines(const LeakReport &report) { return LeakText(report).lines(); }

} // namespace Linescope
