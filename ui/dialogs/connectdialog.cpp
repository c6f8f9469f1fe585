// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/connectdialog.h"

#include "dialogs/asteriskaddress.h"
#include "dialogs/connectiontrial.h"
#include "dialogs/importdialog.h"
#include "dialogs/managerconfdialog.h"
#include "dialogs/serverfields.h"
#include "support/text.h"
#include "support/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace Linescope {

namespace {

constexpr int longestName = 80;

QPushButton *makeButton(const QString &text, const QString &toolTip)
{
    auto *button = new QPushButton(text);
    button->setAutoDefault(false);
    setPlainToolTip(button, toolTip);
    return button;
}

} // namespace

ConnectDialog::ConnectDialog(const QStringList &recent, CheckAddress check, QWidget *parent)
    : QDialog(parent)
    , m_check(std::move(check))
    , m_recent(recent)
    , m_note(makeLabel())
    , m_trial(new ConnectionTrial)
{
    setProperty("helpPage", QStringLiteral("sources"));
    setWindowTitle(tr("Connect to Asterisk"));
    auto *layout = new QVBoxLayout(this);
    auto *form = new QFormLayout;
    layout->addLayout(form);
    form->addRow(tr("P&rofile:"), makeChoice());
    addFields(form);

    m_note->setWordWrap(true);
    layout->addWidget(m_note);
    layout->addWidget(m_trial);
    layout->addStretch();
    connect(m_trial, &ConnectionTrial::ended, this, [this] {
        m_test->setEnabled(true);
        adjustSize();
    });
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    addButtons(buttons);
    layout->addWidget(buttons);
    fillChoice({});
    update();
}

// ---- profiles ------------------------------------------------------------------------------------------------------

QWidget *ConnectDialog::makeChoice()
{
    m_choice = new QComboBox;
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(24);
    m_save = makeButton(tr("&Save as…"), tr("Keeps what stands in the fields under a name, the password aside."));
    m_remove = makeButton(tr("Re&move"), tr("Removes the profile that is chosen. The password stays in the keyring."));
    connect(m_choice, &QComboBox::activated, this, &ConnectDialog::choose);
    connect(m_save, &QPushButton::clicked, this, &ConnectDialog::askForName);
    connect(m_remove, &QPushButton::clicked, this, &ConnectDialog::removeProfile);
    auto *choice = new QWidget;
    auto *row = new QHBoxLayout(choice);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_choice, 1);
    row->addWidget(m_save);
    row->addWidget(m_remove);
    choice->setFocusProxy(m_choice);
    choice->setFocusPolicy(m_choice->focusPolicy()); // or the label's key would not lead there
    m_choice->setAccessibleName(tr("Profile"));
    return choice;
}

void ConnectDialog::setProfiles(const ConnectionProfiles &profiles)
{
    m_profiles = profiles;
    fillChoice({});
    update();
}

// A new one, then the profiles, then what was used before.
void ConnectDialog::fillChoice(const QString &name)
{
    m_choice->clear();
    m_choice->addItem(tr("A new connection"));
    for (const ConnectionProfile &profile : std::as_const(m_profiles))
        m_choice->addItem(visibleText(profile.name, longestName));
    if (!m_recent.isEmpty())
        m_choice->insertSeparator(m_choice->count());
    for (const QString &url : std::as_const(m_recent))
        m_choice->addItem(visibleText(url, 80), url);
    const auto chosen = std::find_if(m_profiles.cbegin(), m_profiles.cend(),
                                     [&](const ConnectionProfile &profile) { return profile.name == name; });
    m_choice->setCurrentIndex(chosen == m_profiles.cend() ? 0 : int(chosen - m_profiles.cbegin()) + 1);
}

void ConnectDialog::choose()
{
    m_password->clear(); // it is that of another account
    m_keep->setChecked(false);
    const int profile = m_choice->currentIndex() - 1;
    if (profile >= 0 && profile < m_profiles.size())
        setAddress(AsteriskAddress::fromUrl(m_profiles.at(profile).url)); // with control, if it was saved so
    else
        setUrl(m_choice->currentData().toString());
}

void ConnectDialog::askForName()
{
    const int profile = m_choice->currentIndex() - 1;
    const bool isProfile = profile >= 0 && profile < m_profiles.size();
    bool wanted = false;
    const QString name = QInputDialog::getText(this, tr("Save the profile"), tr("Name of the profile:"),
                                               QLineEdit::Normal,
                                               isProfile ? m_profiles.at(profile).name : address().host, &wanted);
    const bool isTaken = std::any_of(m_profiles.cbegin(), m_profiles.cend(),
                                     [&](const ConnectionProfile &known) { return known.name == name.simplified(); });
    if (wanted
        && (!isTaken
            || confirm(this, tr("Save the profile"), tr("Replace the profile %1?").arg(visibleText(name, longestName)),
                       tr("Replace"))))
        saveProfile(name);
}

void ConnectDialog::saveProfile(const QString &text)
{
    const QString name = text.simplified().left(longestName);
    if (name.isEmpty() || !problem().isEmpty())
        return;
    m_profiles = withProfile(m_profiles, {name, address().toUrl()});
    fillChoice(name);
    update();
    Q_EMIT profilesChanged(m_profiles);
}

void ConnectDialog::removeProfile()
{
    const int profile = m_choice->currentIndex() - 1;
    if (profile < 0 || profile >= m_profiles.size())
        return;
    m_profiles.removeAt(profile);
    fillChoice({});
    update();
    Q_EMIT profilesChanged(m_profiles);
}

// ---- fields --------------------------------------------------------------------------------------------------------

void ConnectDialog::addFields(QFormLayout *form)
{
    const auto check = [&](QCheckBox *&box, const QString &text, const QString &toolTip, bool on) {
        box = new QCheckBox(text);
        box->setChecked(on);
        setPlainToolTip(box, toolTip);
        form->addRow(QString(), box);
        connect(box, &QCheckBox::toggled, this, &ConnectDialog::update);
    };
    const auto line = [&](QLineEdit *&edit, const QString &label, const QString &placeholder) {
        edit = new QLineEdit;
        edit->setPlaceholderText(placeholder);
        edit->setMaxLength(512);
        form->addRow(label, edit);
        connect(edit, &QLineEdit::textChanged, this, &ConnectDialog::update);
    };
    m_server = new ServerFields(form, this);
    connect(m_server, &ServerFields::changed, this, &ConnectDialog::update);
    line(m_user, tr("&User:"), tr("as in manager.conf"));
    line(m_password, tr("Pass&word:"), tr("empty: take it from the keyring"));
    m_password->setEchoMode(QLineEdit::Password);
    check(m_keep, tr("&Keep the password in the keyring"),
          tr("Otherwise it is asked for each time. It is never written into a file."), false);
    check(m_showLocal, tr("Show &Local channels"), tr("Asterisk's internal helper channels, hidden otherwise."), false);
    check(m_control, tr("Allow c&ontrol: make, transfer, park, end calls"),
          tr("Off: Linescope only reads, and no command that changes anything leaves it."), false);
    line(m_more, tr("More &options:"), QStringLiteral("context=internal&pickup=*8"));
    setPlainToolTip(m_more,
                    tr("As in the address of a source: context=, pickup=, notify=1, events=, ca=. The help about "
                       "linescopectl explains them."));
}

void ConnectDialog::addButtons(QDialogButtonBox *buttons)
{
    m_connect = buttons->addButton(tr("Connect"), QDialogButtonBox::AcceptRole);
    m_test = buttons->addButton(tr("T&est"), QDialogButtonBox::ActionRole);
    setPlainToolTip(m_test, tr("Logs in, looks what the account may do, and logs off. Nothing is changed."));
    m_test->hide();
    connect(m_test, &QPushButton::clicked, this, [this] {
        m_test->setEnabled(false);
        m_trial->start(request());
    });
    auto *account = buttons->addButton(tr("manager.con&f…"), QDialogButtonBox::ActionRole);
    setPlainToolTip(account, tr("What the server needs so that this account can connect, to be copied."));
    connect(account, &QPushButton::clicked, this,
            [this] { ManagerConfDialog(m_user->text(), m_control->isChecked(), this).exec(); });
    auto *import = buttons->addButton(tr("&Import…"), QDialogButtonBox::ActionRole);
    setPlainToolTip(import, tr("Takes port, user and password from a manager.conf."));
    connect(import, &QPushButton::clicked, this, &ConnectDialog::importAccount);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ConnectDialog::setTry(const TryConnection &test)
{
    m_trial->setTry(test);
    m_test->setVisible(bool(test));
}

void ConnectDialog::importAccount()
{
    ImportDialog dialog(this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    setAddress(dialog.applied(address()));
    m_password->setText(dialog.account()->secret);
}

void ConnectDialog::setUrl(const QString &text)
{
    AsteriskAddress address = AsteriskAddress::fromUrl(text);
    address.control = false; // asked for anew each time
    setAddress(address);
}

void ConnectDialog::setAddress(const AsteriskAddress &address)
{
    m_server->set(address);
    m_user->setText(address.user);
    m_control->setChecked(address.control);
    m_showLocal->setChecked(address.showLocal);
    m_more->setText(address.more);
    update();
}

AsteriskAddress ConnectDialog::address() const
{
    AsteriskAddress address;
    m_server->addTo(address);
    address.user = m_user->text();
    address.showLocal = m_showLocal->isChecked();
    address.control = m_control->isChecked();
    address.more = m_more->text().trimmed();
    return address;
}

QString ConnectDialog::problem() const
{
    const QString why = address().problem();
    return !why.isEmpty() || !m_check ? why : visibleText(m_check(address().toUrl()));
}

void ConnectDialog::update()
{
    if (!m_connect)
        return; // fields are still being made
    const AsteriskAddress wanted = address();
    m_keep->setEnabled(!m_password->text().isEmpty());
    const QString why = problem();
    const int profile = m_choice->currentIndex() - 1;
    m_connect->setEnabled(why.isEmpty());
    m_test->setEnabled(why.isEmpty());
    m_save->setEnabled(why.isEmpty());
    m_remove->setEnabled(profile >= 0 && profile < m_profiles.size());
    m_trial->forget();
    const QString caution = wanted.caution();
    QString words = (why + u' ' + caution).trimmed();
    if (words.isEmpty())
        words = tr("Read-only: Linescope watches and changes nothing.");
    setTextColor(m_note, toneColor(caution.isEmpty() ? Tone::Muted : Tone::Bad, palette()));
    m_note->setText(words);
}

ConnectionRequest ConnectDialog::request() const
{
    return {address().toUrl(), m_password->text().toUtf8(), m_keep->isChecked() && m_keep->isEnabled()};
}

} // namespace Linescope
