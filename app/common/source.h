// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where lines and calls come from, named by a URL: "simulator:?lines=4&seed=7&rate=20&faults=drop:0.1",
// "asterisk://user@host:5038?local=show", "asterisks://user@host", "replay:FILE?speed=4". The only place that knows
// every kind of provider.
#pragma once

#include "server/providerhost.h"
#include "server/virtualapp.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <tl/expected.hpp>

namespace Linescope {

struct Source {
    QString key;         // for Engine::addProvider: which source it is, whatever its options
    QString displayName; // for people
    ProviderHost::Factory factory;
    bool isSimulator = false;
    QList<Fault> faults; // that it begins with
    QUrl url;            // never holds a password
    // Programs that come with the source: the demo's cast for the simulator unless the URL says apps=none, else nobody.
    QList<AppHabits> apps;
};

// The source of that URL, or a sentence that says what is wrong with it. A password in the URL is refused: command
// lines and lists of processes are read by others. `secret` is the password, if the source needs one.
// `clock` is what a simulator lives by.
tl::expected<Source, QString> makeSource(const QString &url, const QByteArray &secret = {},
                                         Clock *clock = SystemClock::instance());

// True when a password has to be found before makeSource() is of use.
bool needsSecret(const QString &url);

// "asterisk://user@host:5038": under this name the keyring holds the password.
QString secretKey(const QUrl &url);

// The rules by which Asterisk's events become TAPI, as tables in Markdown and the language of the program.
QString asteriskMappingTables();

} // namespace Linescope
