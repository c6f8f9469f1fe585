// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The first connection to an Asterisk, step by step: which server, which account and what it needs there, does it work.
#pragma once

#include "dialogs/connectionrequest.h"

#include <QWizard>

namespace Linescope {

class ConnectWizard : public QWizard {
    Q_OBJECT

public:
    explicit ConnectWizard(const CheckAddress &check = {}, const TryConnection &test = {}, QWidget *parent = nullptr);

    ConnectionRequest request() const;
    QString profileName() const; // empty: it is to be no profile

private:
    class ServerPage;
    class AccountPage;
    class TrialPage;

    ServerPage *m_server;
    AccountPage *m_account;
    TrialPage *m_trial;
};

} // namespace Linescope
