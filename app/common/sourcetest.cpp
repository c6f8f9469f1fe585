// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/sourcetest.h"

#include "common/secret.h"
#include "common/source.h"
#include "connectiontest.h"

#include <QCoreApplication>
#include <QPointer>

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
        // The keyring may answer after all when nobody waits for it any more.
        readKeyring(secretKey(QUrl(url)), qApp, [=, guard = QPointer(context)](const std::optional<QByteArray> &kept) {
            if (!guard)
                return;
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
