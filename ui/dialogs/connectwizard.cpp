// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/connectwizard.h"

#include "dialogs/asteriskaddress.h"
#include "dialogs/connectiontrial.h"
#include "dialogs/importdialog.h"
#include "dialogs/managerconf.h"
#include "dialogs/serverfields.h"
#include "support/text.h"
#include "support/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QVBoxLayout>

namespace Linescope {

namespace {

QLabel *wrapped(const QString &text = {})
{
    QLabel *label = makeLabel(text);
    label->setWordWrap(true);
    return label;
}

// A field with a button, for one row of a form.
QWidget *beside(QWidget *field, QWidget *button)
{
    auto *both = new QWidget;
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(field, 1);
    row->addWidget(button);
    both->setFocusProxy(field);
    both->setFocusPolicy(field->focusPolicy()); // or the label's key would not lead there
    return both;
}

QPushButton *makeButton(const QString &text)
{
    auto *button = new QPushButton(text);
    button->setAutoDefault(false);
    return button;
}

} // namespace

// ---- the steps -----------------------------------------------------------------------------------------------------

class ConnectWizard::ServerPage : public QWizardPage {
    Q_DECLARE_TR_FUNCTIONS(Linescope::ConnectWizard)

public:
    ServerPage();
    AsteriskAddress address() const; // as far as the server goes
    void set(const AsteriskAddress &address) { m_fields->set(address); }
    bool isComplete() const override { return address().serverProblem().isEmpty(); }

private:
    void update();

    ServerFields *m_fields;
    QLabel *m_note;
};

class ConnectWizard::AccountPage : public QWizardPage {
    Q_DECLARE_TR_FUNCTIONS(Linescope::ConnectWizard)

public:
    explicit AccountPage(ServerPage *server, CheckAddress check);
    AsteriskAddress address() const; // of server and account
    QByteArray secret() const;
    bool isComplete() const override;
    void initializePage() override { update(); }

private:
    void update();
    void inventSecret();
    void importAccount();

    ServerPage *m_server;
    CheckAddress m_check;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QCheckBox *m_control;
    QPlainTextEdit *m_conf;
    QLabel *m_note;
    QString m_invented; // the secret that "Invent one" made
};

class ConnectWizard::TrialPage : public QWizardPage {
    Q_DECLARE_TR_FUNCTIONS(Linescope::ConnectWizard)

public:
    TrialPage(const AccountPage *account, const TryConnection &test);
    bool keepsPassword() const;
    QString profileName() const;
    void initializePage() override;
    void cleanupPage() override;

private:
    void start();
    void showOutcome();

    const AccountPage *m_account;
    ConnectionTrial *m_trial;
    QLabel *m_address;
    QLabel *m_advice;
    QPushButton *m_again;
    QCheckBox *m_keep;
    QCheckBox *m_save;
    QLineEdit *m_name;
};

// ---- all of them ---------------------------------------------------------------------------------------------------

ConnectWizard::ConnectWizard(const CheckAddress &check, const TryConnection &test, QWidget *parent)
    : QWizard(parent)
    , m_server(new ServerPage)
    , m_account(new AccountPage(m_server, check))
    , m_trial(new TrialPage(m_account, test))
{
    setProperty("helpPage", QStringLiteral("sources"));
    setWindowTitle(tr("Connect to Asterisk, step by step"));
    setWizardStyle(QWizard::ModernStyle);
    setOption(QWizard::NoBackButtonOnStartPage);
    setButtonText(QWizard::FinishButton, tr("&Connect"));
    for (QWizardPage *page : {static_cast<QWizardPage *>(m_server), static_cast<QWizardPage *>(m_account),
                              static_cast<QWizardPage *>(m_trial)})
        addPage(page);
    resize(sizeHint().expandedTo({620, 540}));
}

ConnectionRequest ConnectWizard::request() const
{
    const QByteArray secret = m_account->secret();
    return {m_account->address().toUrl(), secret, m_trial->keepsPassword() && !secret.isEmpty()};
}

QString ConnectWizard::profileName() const { return m_trial->profileName(); }

// ---- which server --------------------------------------------------------------------------------------------------

ConnectWizard::ServerPage::ServerPage()
    : m_note(wrapped())
{
    setTitle(tr("Which server?"));
    setSubTitle(tr("Linescope talks to the Manager Interface (AMI) of Asterisk. It has to be switched on there, in "
                   "/etc/asterisk/manager.conf: enabled = yes."));
    auto *layout = new QVBoxLayout(this);
    auto *form = new QFormLayout;
    layout->addLayout(form);
    layout->addWidget(m_note);
    layout->addStretch();
    m_fields = new ServerFields(form, this);
    connect(m_fields, &ServerFields::changed, this, &ServerPage::update);
    update();
}

AsteriskAddress ConnectWizard::ServerPage::address() const
{
    AsteriskAddress address;
    m_fields->addTo(address);
    return address;
}

void ConnectWizard::ServerPage::update()
{
    const AsteriskAddress wanted = address();
    const QString why = wanted.serverProblem(), caution = wanted.caution();
    QString words = (why + u' ' + caution).trimmed();
    if (words.isEmpty() && wanted.tls)
        words = tr(
            "The server's certificate is verified. Asterisk needs tlsenable = yes in manager.conf; without it, it "
            "listens unencrypted at port 5038.");
    setTextColor(m_note, toneColor(caution.isEmpty() ? Tone::Muted : Tone::Bad, palette()));
    m_note->setText(words);
    Q_EMIT completeChanged();
}

// ---- which account -------------------------------------------------------------------------------------------------

ConnectWizard::AccountPage::AccountPage(ServerPage *server, CheckAddress check)
    : m_server(server)
    , m_check(std::move(check))
    , m_user(new QLineEdit(QStringLiteral("linescope")))
    , m_password(new QLineEdit)
    , m_control(new QCheckBox(tr("Allow c&ontrol: make, transfer, park, end calls")))
    , m_conf(new QPlainTextEdit)
    , m_note(wrapped())
{
    setTitle(tr("Which account?"));
    setSubTitle(
        tr("Give Linescope an account of its own, with no more rights than it needs. If there is one already, type "
           "its name and password, or import them."));
    m_user->setMaxLength(512);
    m_password->setMaxLength(512);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(tr("empty: take it from the keyring"));
    setPlainToolTip(m_control, tr("Off: Linescope only reads, and no command that changes anything leaves it."));
    auto *import = makeButton(tr("&Import…"));
    setPlainToolTip(import, tr("Takes port, user and password from a manager.conf."));
    auto *invent = makeButton(tr("In&vent one"));
    setPlainToolTip(invent, tr("A long random password for a new account. It is in the text below."));
    auto *copy = makeButton(tr("Cop&y"));
    auto *form = new QFormLayout;
    form->addRow(tr("&User:"), beside(m_user, import));
    form->addRow(tr("Pass&word:"), beside(m_password, invent));
    form->addRow(QString(), m_control);
    m_conf->setReadOnly(true);
    m_conf->setTabChangesFocus(true);
    m_conf->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_conf->setAccessibleName(tr("For manager.conf"));
    m_conf->setMinimumHeight(m_conf->fontMetrics().lineSpacing() * 7);
    auto *conf = new QHBoxLayout;
    conf->addWidget(
        wrapped(tr("A new account: add this to /etc/asterisk/manager.conf on the server, permit the address of "
                   "this machine, and run there: asterisk -rx 'manager reload'")),
        1);
    conf->addWidget(copy, 0, Qt::AlignBottom);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addLayout(conf);
    layout->addWidget(m_conf, 1);
    layout->addWidget(m_note);
    for (QLineEdit *edit : {m_user, m_password})
        connect(edit, &QLineEdit::textChanged, this, &AccountPage::update);
    connect(m_control, &QCheckBox::toggled, this, &AccountPage::update);
    connect(import, &QPushButton::clicked, this, &AccountPage::importAccount);
    connect(invent, &QPushButton::clicked, this, &AccountPage::inventSecret);
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_conf->toPlainText()); });
}

AsteriskAddress ConnectWizard::AccountPage::address() const
{
    AsteriskAddress address = m_server->address();
    address.user = m_user->text();
    address.control = m_control->isChecked();
    return address;
}

QByteArray ConnectWizard::AccountPage::secret() const { return m_password->text().toUtf8(); }

bool ConnectWizard::AccountPage::isComplete() const
{
    const AsteriskAddress wanted = address();
    return wanted.problem().isEmpty() && (!m_check || m_check(wanted.toUrl()).isEmpty());
}

void ConnectWizard::AccountPage::update()
{
    const AsteriskAddress wanted = address();
    // A secret that somebody has typed is not shown.
    const QString conf = managerConf(wanted.user, wanted.control,
                                     m_password->text() == m_invented ? m_invented : QString());
    if (m_conf->toPlainText() != conf)
        m_conf->setPlainText(conf);
    QString words = wanted.problem();
    if (words.isEmpty() && m_check)
        words = visibleText(m_check(wanted.toUrl()));
    if (words.isEmpty() && !conf.startsWith(u'[' + wanted.user + u']'))
        words = tr("A new account cannot have this name; the text has another one.");
    const QString caution = wanted.control ? wanted.caution() : QString(); // the server's was on its page
    words = (words + u' ' + caution).trimmed();
    if (words.isEmpty())
        words = tr("Read-only: Linescope watches and changes nothing.");
    setTextColor(m_note, toneColor(caution.isEmpty() ? Tone::Muted : Tone::Bad, palette()));
    m_note->setText(words);
    Q_EMIT completeChanged();
}

// 32 characters of 62: 190 bits.
void ConnectWizard::AccountPage::inventSecret()
{
    static constexpr char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    constexpr int length = 32;
    QString secret;
    for (int i = 0; i < length; ++i)
        secret += QLatin1Char(letters[QRandomGenerator::system()->bounded(int(sizeof letters) - 1)]);
    m_invented = secret;
    m_password->setText(secret);
}

void ConnectWizard::AccountPage::importAccount()
{
    ImportDialog dialog(this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const AsteriskAddress imported = dialog.applied(address());
    m_server->set(imported);
    m_user->setText(imported.user);
    m_password->setText(dialog.account()->secret);
}

// ---- does it work --------------------------------------------------------------------------------------------------

ConnectWizard::TrialPage::TrialPage(const AccountPage *account, const TryConnection &test)
    : m_account(account)
    , m_trial(new ConnectionTrial)
    , m_address(wrapped())
    , m_advice(wrapped())
    , m_again(makeButton(tr("Test a&gain")))
    , m_keep(new QCheckBox(tr("&Keep the password in the keyring")))
    , m_save(new QCheckBox(tr("&Save as a profile:")))
    , m_name(new QLineEdit)
{
    setTitle(tr("Does it work?"));
    setSubTitle(tr("Linescope logs in, looks what the account may do, and logs off. Nothing is changed."));
    m_trial->setTry(test);
    m_name->setMaxLength(80);
    m_name->setAccessibleName(tr("Name of the profile"));
    m_save->setChecked(true);
    setPlainToolTip(m_keep, tr("Otherwise it is asked for each time. It is never written into a file."));
    auto *again = new QHBoxLayout;
    again->addWidget(m_again);
    again->addStretch();
    auto *save = new QHBoxLayout;
    save->addWidget(m_save);
    save->addWidget(m_name, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_address);
    layout->addWidget(m_trial);
    layout->addLayout(again);
    layout->addWidget(m_advice);
    layout->addStretch();
    layout->addWidget(m_keep);
    layout->addLayout(save);
    connect(m_again, &QPushButton::clicked, this, &TrialPage::start);
    connect(m_trial, &ConnectionTrial::ended, this, &TrialPage::showOutcome);
    connect(m_save, &QCheckBox::toggled, m_name, &QLineEdit::setEnabled);
}

bool ConnectWizard::TrialPage::keepsPassword() const { return m_keep->isChecked(); }

QString ConnectWizard::TrialPage::profileName() const
{
    return m_save->isChecked() ? m_name->text().simplified() : QString();
}

void ConnectWizard::TrialPage::initializePage()
{
    const AsteriskAddress address = m_account->address();
    m_address->setText(visibleText(address.toUrl(), 200));
    if (m_name->text().isEmpty())
        m_name->setText(address.host);
    m_keep->setEnabled(!m_account->secret().isEmpty());
    m_again->setVisible(m_trial->canTry());
    start();
}

// What was found is about what stood in the fields then.
void ConnectWizard::TrialPage::cleanupPage() { m_trial->forget(); }

void ConnectWizard::TrialPage::start()
{
    m_advice->clear();
    m_again->setEnabled(!m_trial->canTry());
    m_trial->start({m_account->address().toUrl(), m_account->secret(), false});
}

void ConnectWizard::TrialPage::showOutcome()
{
    m_again->setEnabled(true);
    m_advice->setText(m_trial->works()
                          ? tr("Connect: every line of the server appears in the window.")
                          : tr("Go back and change what is wrong, or connect all the same: Linescope tries "
                               "again and again."));
}

} // namespace Linescope
