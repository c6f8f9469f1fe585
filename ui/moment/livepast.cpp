// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "moment/livepast.h"

#include "server/engine.h"

#include <QPointer>

namespace Linescope {

LivePast::LivePast(Engine *engine, QObject *parent)
    : Past(parent)
    , m_engine(engine)
{
}

// What shows the moment, if nobody has asked for another one since.
std::function<void(const Moment &, const MomentRange &)> LivePast::answer()
{
    return [this, self = QPointer(this), number = ++m_wanted](const Moment &moment, const MomentRange &range) {
        if (!self)
            return;
        setRange(range);
        if (number == m_wanted)
            Q_EMIT found(moment);
    };
}

void LivePast::seek(quint64 seq, qsizetype events) { m_engine->findMoment(seq, events, answer()); }

void LivePast::seekTime(Microseconds time, qsizetype events) { m_engine->findMomentAt(time, events, answer()); }

void LivePast::readOn(quint64 seq, qsizetype most)
{
    m_engine->readEvents(seq, most,
                         [this, self = QPointer(this), seq](const EventBatch &events, const MomentRange &range) {
                             if (!self)
                                 return;
                             setRange(range);
                             Q_EMIT read(seq, events);
                         });
}

void LivePast::setRange(const MomentRange &range)
{
    if (range == m_range)
        return;
    m_range = range;
    Q_EMIT rangeChanged();
}

} // namespace Linescope
