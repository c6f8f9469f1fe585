// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Asterisk's manager.conf: what has to stand in it for Linescope, and what one says that is there already.
#pragma once

#include <QCoreApplication>
#include <QList>
#include <QString>
#include <QStringList>

namespace Linescope {

// The section of the account, with the least rights that are enough. A user that cannot be one is left to be chosen,
// and so is a secret that is empty.
QString managerConf(const QString &user, bool control, const QString &secret = {});

// What Asterisk would read: sections with templates, "=" and "=>", comments. Later values win; #include is not
// followed.
class ManagerConf {
    Q_DECLARE_TR_FUNCTIONS(Linescope::ManagerConf)

public:
    struct Account {
        QString name;
        QString secret;
        QStringList read;  // classes: "call", "system" ...
        QStringList write; // the same
        QStringList permit;
        QStringList deny;
        bool seesCalls() const { return has(read, QStringLiteral("call")); }
        bool mayControl() const;
        friend bool operator==(const Account &, const Account &) = default;

    private:
        static bool has(const QStringList &classes, const QString &name);
    };

    static constexpr qsizetype maxBytes = 1024 * 1024; // of the text; the rest is not read

    static ManagerConf parse(const QString &text);

    bool hasGeneral = false;
    bool enabled = false;
    int port = 5038;
    bool tls = false;
    int tlsPort = 5039;
    QList<Account> accounts;

    // What keeps that account from being of use, a sentence each.
    QStringList remarks(const Account &account) const;
    QString hint(const Account &account) const; // from where it may log in; empty: from everywhere
};

} // namespace Linescope
