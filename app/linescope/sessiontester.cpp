// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a tester's dialogs ask of the program: providers by URL, and which are connected.

#include "session.h"

#include "mainwindow/qacommands.h"
#include "report/testreport.h"

namespace Linescope {

void Session::equipTester()
{
    QaCommands *qa = m_window->qa();
    qa->setMakeProvider([](const QString &url, Clock *clock) -> tl::expected<ProviderHost::Factory, QString> {
        if (needsSecret(url)) // for one question only, a password is not asked for
            return tl::unexpected(tr("A source with a password can be compared by linescopectl run --against."));
        const auto source = makeSource(url, {}, clock);
        if (!source)
            return tl::unexpected(source.error());
        return source->factory;
    });
    qa->setSources([this] {
        QStringList urls;
        for (const Source &source : m_sources)
            urls.append(withoutSecrets(source.url));
        return urls;
    });
}

} // namespace Linescope
