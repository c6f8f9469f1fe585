// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/tables/flasher.h"

#include "delegates/handledelegate.h"
#include "models/handles/handlemodel.h"

#include <QTableView>

#include <algorithm>

namespace Linescope {

Flasher::Flasher(LiveWorld *live, Clock *clock, QTableView *view, HandleDelegate *delegate,
                 std::function<int(HCall)> rowOf)
    : QObject(view)
    , m_live(live)
    , m_clock(clock->real())
    , m_view(view)
    , m_rowOf(std::move(rowOf))
{
    delegate->setFlashes(&m_book);
    m_steps.setInterval(int(FlashBook::Duration / 1000) / FlashBook::Steps);
    connect(&m_steps, &QTimer::timeout, this, &Flasher::fade);
    connect(live, &LiveWorld::advanced, this, [this] { note(); });
    connect(live, &LiveWorld::reset, this, [this] { m_book.clear(); });
}

void Flasher::setEnabled(bool enabled)
{
    m_enabled = enabled;
    if (!enabled) {
        m_book.clear();
        m_view->viewport()->update();
    }
}

void Flasher::note()
{
    if (!m_enabled || m_live->tellsHistory() || m_live->netEffect().isEmpty() || !m_view->isVisible())
        return;
    const int rows = m_view->model()->rowCount();
    const int first = m_view->rowAt(0);
    const int below = m_view->rowAt(m_view->viewport()->height() - 1);
    const int last = below < 0 ? rows - 1 : below;
    std::vector<HCall> voided; // filled when the first void row is met
    m_book.setTime(m_clock->now());
    for (int row = std::max(first, 0); row <= last; ++row) {
        const HCall handle{m_view->model()->index(row, 0).data(HandleModel::HandleRole).toUInt()};
        if (!handle.isNull())
            note(handle, &voided);
    }
    if (!m_book.isEmpty() && !m_steps.isActive())
        m_steps.start();
}

void Flasher::note(HCall id, std::vector<HCall> *voided)
{
    const NetEffect &net = m_live->netEffect();
    if (const Handle *handle = m_live->world().handle(id)) {
        const Aspects aspects = net.aspectsOf(handle->call, handle->callSlot);
        if (net.isNew(id))
            m_book.note(id, FlashBook::Kind::New, {}, m_clock->now());
        else if (aspects)
            m_book.note(id, FlashBook::Kind::Changed, aspects, m_clock->now());
        return;
    }
    if (voided->empty()) {
        for (const auto &gone : net.voided())
            voided->push_back(gone.handle);
        std::sort(voided->begin(), voided->end());
    }
    if (std::binary_search(voided->begin(), voided->end(), id))
        m_book.note(id, FlashBook::Kind::Void, {}, m_clock->now());
}

void Flasher::fade()
{
    const QList<HCall> handles = m_book.handles();
    m_book.setTime(m_clock->now());
    repaint(handles);
    if (m_book.isEmpty())
        m_steps.stop();
}

void Flasher::repaint(const QList<HCall> &handles)
{
    if (!m_view->isVisible())
        return;
    for (const HCall handle : handles) {
        const int row = m_rowOf(handle);
        if (row >= 0)
            m_view->viewport()->update(0, m_view->rowViewportPosition(row), m_view->viewport()->width(),
                                       m_view->rowHeight(row));
    }
}

} // namespace Linescope
