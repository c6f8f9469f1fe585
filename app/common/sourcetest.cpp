// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/sourcetest.h"

#include "common/secret.h"
#include "common/source.h"
#include "connectiontest.h"

#include <QCoreApplication>

namespace Linescope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Linescope::Source)
};

} // namespace

void trySource(const QString &url, const QByteArray &secret, QObject *context,
               std::function<void(bool works, const QStringList &sentences)> tell)
{
    const auto settings = AsteriskSettings::fromUrl(QUrl(url));
    if (!settings)
        return tell(false, {settings.error()});
    if (secret.isEmpty()) {
        readKeyring(secretKey(QUrl(url)), context, [=](const std::optional<QByteArray> &kept) {
            if (kept && !kept->isEmpty())
                trySource(url, *kept, context, tell);
            else
                tell(false, {Words::tr("There is no password for it in the keyring: type it.")});
        });
        return;
    }
    auto *test = new ConnectionTest(*settings, secret, SystemClock::instance(), context);
    QObject::connect(test, &ConnectionTest::ended, context, [=](bool works, const QStringList &sentences) {
        test->deleteLater();
        tell(works, sentences);
    });
    test->start();
}

} // namespace Linescope
