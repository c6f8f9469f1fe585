// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linescopectl/signalwatcher.h"

#include <QSocketNotifier>

#include <csignal>
#include <fcntl.h>
#include <tuple>
#include <unistd.h>

namespace Linescope {

namespace {

constexpr int signalNumbers[] = {SIGINT, SIGTERM, SIGHUP};
int writeEnd = -1;

extern "C" void tell(int)
{
    const char c = 0;
    std::ignore = ::write(writeEnd, &c, 1);
}

void setHandler(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = int(SA_RESETHAND) | SA_RESTART;
    for (const int number : signalNumbers)
        ::sigaction(number, &action, nullptr);
}

} // namespace

SignalWatcher::SignalWatcher(QObject *parent)
    : QObject(parent)
{
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
        return; // signals keep their usual effect
    m_readEnd = ends[0];
    writeEnd = ends[1];
    auto *const notifier = new QSocketNotifier(m_readEnd, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
        notifier->setEnabled(false);
        Q_EMIT interrupted();
    });
    setHandler(tell);
}

SignalWatcher::~SignalWatcher()
{
    if (m_readEnd < 0)
        return;
    setHandler(SIG_DFL);
    ::close(m_readEnd);
    ::close(std::exchange(writeEnd, -1));
}

} // namespace Linescope
