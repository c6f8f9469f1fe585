// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/moments.h"

#include "mainwindow/actions.h"
#include "models/findings/findingsmodel.h"
#include "models/liveworld.h"
#include "moment/livepast.h"
#include "moment/recordedpast.h"
#include "moment/timebar.h"
#include "server/engine.h"
#include "support/text.h"

#include <QFileInfo>
#include <QInputDialog>

#include <algorithm>

namespace Linescope {

namespace {

MomentMark markOf(quint64 seq, Microseconds time, const Finding &finding)
{
    const auto kind = finding.severity == Severity::Violation ? MomentMark::Kind::Violation : MomentMark::Kind::Warning;
    return {seq, time, kind, QString::fromLatin1(finding.rule) + u' ' + finding.subject + u' ' + finding.text};
}

} // namespace

Moments::Moments(const Parts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
    , m_travel(parts.live, parts.clock, [engine = parts.engine](quint64 seen) { engine->beginAnew(seen); })
{
    TimeBar *bar = m_parts.bar;
    bar->hide();
    connect(bar, &TimeBar::timeChosen, &m_travel, &TimeTravel::goToTime);
    connect(bar, &TimeBar::seqChosen, &m_travel, &TimeTravel::goTo);
    connect(bar, &TimeBar::stepWanted, &m_travel, &TimeTravel::step);
    connect(bar, &TimeBar::playWanted, &m_travel, &TimeTravel::play);
    connect(bar, &TimeBar::speedChanged, &m_travel, &TimeTravel::setSpeed);
    connect(bar, &TimeBar::markWanted, this, &Moments::goToMark);
    connect(bar, &TimeBar::bookmarkWanted, this, &Moments::addBookmark);
    connect(bar, &TimeBar::leaveWanted, this, &Moments::leave);
    connect(&m_travel, &TimeTravel::momentChanged, bar, &TimeBar::setMoment);
    connect(&m_travel, &TimeTravel::playingChanged, bar, &TimeBar::setPlaying);
    connect(&m_travel, &TimeTravel::failed, this, &Moments::failed);
    connect(m_parts.findings, &FindingsModel::countsChanged, this, &Moments::showMarks);
}

Moments::~Moments() = default;

RecordedPast *Moments::recorded() const { return qobject_cast<RecordedPast *>(m_travel.past()); }

QString Moments::recording() const { return recorded() ? recorded()->path() : QString(); }

QString Moments::notice() const
{
    if (!isAway())
        return {};
    return recorded() ? tr("You look at a recording.") : tr("You look at the past of this session, which goes on.");
}

void Moments::lookBack()
{
    const quint64 now = m_parts.live->world().seq();
    enter(std::make_unique<LivePast>(m_parts.engine));
    m_travel.goTo(now > 0 ? now - 1 : 0);
}

void Moments::showEvent(quint64 seq)
{
    if (!isAway())
        enter(std::make_unique<LivePast>(m_parts.engine));
    m_travel.goTo(seq);
}

void Moments::open(const QString &file)
{
    auto past = std::make_unique<RecordedPast>(file);
    connect(past.get(), &RecordedPast::opened, this, &Moments::opened);
    connect(past.get(), &RecordedPast::progressed, this,
            [this](double done) { m_parts.bar->setBusy(tr("reading, %1 %", "progress").arg(int(done * 100))); });
    connect(
        past.get(), &Past::failed, this,
        [this] {
            if (recorded() && !recorded()->isOpen())
                leave(); // it never was one
        },
        Qt::QueuedConnection);
    const auto bookmarks = Bookmarks::load(Bookmarks::fileFor(file));
    m_bookmarks = bookmarks.value_or(Bookmarks());
    if (!bookmarks)
        Q_EMIT failed(bookmarks.error());
    enter(std::move(past));
}

void Moments::enter(std::unique_ptr<Past> past)
{
    connect(past.get(), &Past::rangeChanged, this, [this] { m_parts.bar->setRange(m_travel.past()->range()); });
    m_travel.enter(std::move(past));
    m_parts.actions->freeze(recorded() ? tr("You look at a recording: close it first.")
                                       : tr("You look at the past: go back to live first."));
    m_parts.bar->setSource(recorded() ? QFileInfo(recording()).fileName() : QString(), recorded());
    m_parts.bar->show();
    showMarks();
    Q_EMIT changed();
}

void Moments::opened()
{
    m_parts.bar->setBusy({});
    EventBatch findings;
    for (const FindingMark &mark : recorded()->findings())
        findings.append(Event{mark.seq, mark.time, Events::FindingRaised{mark.finding}});
    m_parts.findings->showOther(findings);
    const TimeMachineStatus &status = recorded()->status();
    if (!status.error.isEmpty())
        Q_EMIT failed(tr("The recording is shown up to where it can be read: %1").arg(status.error));
    else if (status.dropped > 0)
        Q_EMIT failed(tr("%n event(s) are missing in the recording: the disk was too slow.", nullptr,
                         int(std::min<quint64>(status.dropped, INT_MAX))));
    m_travel.goTo(status.lastSeq);
    showMarks();
    Q_EMIT changed();
}

void Moments::leave()
{
    if (!isAway())
        return;
    const bool wasRecording = recorded();
    m_travel.leave();
    if (wasRecording)
        m_parts.findings->showSession();
    m_parts.bar->setBusy({});
    m_parts.bar->hide();
    m_parts.actions->freeze({});
    Q_EMIT changed();
}

void Moments::showMarks()
{
    if (!isAway())
        return;
    QList<MomentMark> marks;
    for (const auto &item : m_parts.findings->items())
        marks += markOf(item->finding.evidence.event > 0 ? item->finding.evidence.event : item->seq, item->time,
                        item->finding);
    if (recorded()) {
        for (const Bookmark &bookmark : m_bookmarks.all())
            marks += {bookmark.seq, bookmark.time, MomentMark::Kind::Bookmark, bookmark.note};
    }
    std::stable_sort(marks.begin(), marks.end(),
                     [](const MomentMark &a, const MomentMark &b) { return a.seq < b.seq; });
    m_parts.bar->setMarks(marks);
}

void Moments::goToMark(int direction)
{
    const QList<MomentMark> &marks = m_parts.bar->marks();
    const quint64 seq = m_travel.seq();
    if (direction > 0) {
        const auto next = std::find_if(marks.begin(), marks.end(),
                                       [seq](const MomentMark &mark) { return mark.seq > seq; });
        if (next != marks.end())
            m_travel.goTo(next->seq);
        return;
    }
    const auto previous = std::find_if(marks.rbegin(), marks.rend(),
                                       [seq](const MomentMark &mark) { return mark.seq < seq; });
    if (previous != marks.rend())
        m_travel.goTo(previous->seq);
}

void Moments::addBookmark()
{
    if (!recorded())
        return;
    m_travel.play(false);
    const quint64 seq = m_travel.seq();
    const auto &all = m_bookmarks.all();
    const auto there = std::find_if(all.begin(), all.end(), [seq](const Bookmark &each) { return each.seq == seq; });
    bool accepted = false;
    const QString note = QInputDialog::getText(m_window, tr("Bookmark"),
                                               tr("What is to be seen here (empty: no bookmark):"), QLineEdit::Normal,
                                               there == all.end() ? QString() : there->note, &accepted)
                             .trimmed();
    if (!accepted)
        return;
    if (note.isEmpty())
        m_bookmarks.remove(seq);
    else if (!m_bookmarks.set({seq, m_travel.time(), note}))
        return Q_EMIT failed(tr("There are too many bookmarks in this recording."));
    if (const auto saved = m_bookmarks.save(Bookmarks::fileFor(recording())); !saved)
        Q_EMIT failed(saved.error());
    showMarks();
}

} // namespace Linescope
