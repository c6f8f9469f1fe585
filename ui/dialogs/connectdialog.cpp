// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/connectdialog.h"

#include "dialogs/managerconfdialog.h"
#include "support/text.h"
#include "support/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <utility>

namespace Linescope {

namespace {

constexpr int plainPort = 5038;
constexpr int tlsPort = 5039;

bool isLoopback(const QString &host)
{
    return host.compare(u"localhost", Qt::CaseInsensitive) == 0 || host == u"::1"
        || QRegularExpression(QStringLiteral("\\A127(\\.\\d{1,3}){3}\\z")).match(host).hasMatch();
}

bool isFingerprint(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("\\A[0-9A-Fa-f]{64}\\z"));
    return pattern.match(QString(text).remove(u':')).hasMatch();
}

// Options of the address that have a field; the others are kept as they are.
constexpr QLatin1StringView ownOptions[] = {QLatin1StringView("insecure"), QLatin1StringView("pin"),
                                            QLatin1StringView("local"), QLatin1StringView("control")};

} // namespace

ConnectDialog::ConnectDialog(const QStringList &recent, Check check, QWidget *parent)
    : QDialog(parent)
    , m_check(std::move(check))
    , m_note(makeLabel())
    , m_found(makeLabel())
{
    setProperty("helpPage", QStringLiteral("sources"));
    setWindowTitle(tr("Connect to Asterisk"));
    auto *layout = new QVBoxLayout(this);
    auto *form = new QFormLayout;
    layout->addLayout(form);
    if (!recent.isEmpty()) {
        m_recent = new QComboBox;
        m_recent->addItem(tr("A new connection"));
        for (const QString &url : recent)
            m_recent->addItem(visibleText(url, 80), url);
        form->addRow(tr("&Recent:"), m_recent);
        connect(m_recent, &QComboBox::activated, this, [this] { setUrl(m_recent->currentData().toString()); });
    }
    addFields(form);

    m_note->setWordWrap(true);
    layout->addWidget(m_note);
    m_found->setWordWrap(true);
    m_found->hide();
    layout->addWidget(m_found);
    layout->addStretch();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_connect = buttons->addButton(tr("Connect"), QDialogButtonBox::AcceptRole);
    m_test = buttons->addButton(tr("T&est"), QDialogButtonBox::ActionRole);
    setPlainToolTip(m_test, tr("Logs in, looks what the account may do, and logs off. Nothing is changed."));
    m_test->hide();
    connect(m_test, &QPushButton::clicked, this, &ConnectDialog::tryConnection);
    auto *account = buttons->addButton(tr("manager.con&f…"), QDialogButtonBox::ActionRole);
    setPlainToolTip(account, tr("What the server needs so that this account can connect, to be copied."));
    connect(account, &QPushButton::clicked, this,
            [this] { ManagerConfDialog(m_user->text(), m_control->isChecked(), this).exec(); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    update();
    setMinimumWidth(480);
}

void ConnectDialog::setTry(Try test)
{
    m_try = std::move(test);
    m_test->setVisible(bool(m_try));
}

void ConnectDialog::tryConnection()
{
    forgetTry();
    m_trying = new QObject(this);
    m_test->setEnabled(false);
    setTextColor(m_found, palette().color(QPalette::WindowText));
    m_found->setText(tr("Testing…"));
    m_found->show();
    const ConnectionRequest wanted = request();
    m_try(wanted.url, wanted.secret, m_trying, [this](bool works, QStringList sentences) {
        for (QString &sentence : sentences)
            sentence = visibleText(sentence);
        setTextColor(m_found, toneColor(works ? Tone::Good : Tone::Bad, palette()));
        m_found->setText(sentences.join(u'\n'));
        m_test->setEnabled(true);
        adjustSize();
    });
}

// What was found is about what stood in the fields then.
void ConnectDialog::forgetTry()
{
    delete std::exchange(m_trying, nullptr);
    m_found->hide();
}

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
    line(m_host, tr("&Host:"), QStringLiteral("pbx.example"));
    m_port = new QSpinBox;
    m_port->setRange(1, 65535);
    m_port->setValue(tlsPort);
    form->addRow(tr("&Port:"), m_port);
    check(m_tls, tr("Encrypted (&TLS)"),
          tr("The server's certificate is verified. Asterisk needs tlsenable in manager.conf."), true);
    connect(m_tls, &QCheckBox::toggled, this, [this](bool on) {
        if (m_port->value() == (on ? plainPort : tlsPort))
            m_port->setValue(on ? tlsPort : plainPort);
    });
    check(m_insecure, tr("Connect &unencrypted to another machine"),
          tr("Numbers, names and all calls can be read on the way, and the server can be an impostor."), false);
    line(m_pin, tr("Certificate &fingerprint:"), tr("SHA-256, only for a certificate of your own"));
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

void ConnectDialog::setUrl(const QString &text)
{
    const QUrl url(text);
    const QUrlQuery query(url);
    m_tls->setChecked(text.isEmpty() || url.scheme() == u"asterisks");
    m_host->setText(url.host());
    m_port->setValue(url.port(m_tls->isChecked() ? tlsPort : plainPort));
    m_user->setText(url.userName());
    m_pin->setText(query.queryItemValue(QStringLiteral("pin")));
    m_insecure->setChecked(query.queryItemValue(QStringLiteral("insecure")) == u"1");
    m_control->setChecked(false); // asked for anew each time
    m_showLocal->setChecked(query.queryItemValue(QStringLiteral("local")) == u"show");
    QUrlQuery more = query;
    for (const QLatin1StringView shown : ownOptions)
        more.removeAllQueryItems(shown);
    m_more->setText(more.toString(QUrl::PrettyDecoded));
    update();
}

bool ConnectDialog::isInsecure() const { return !m_tls->isChecked() && !isLoopback(m_host->text().trimmed()); }

QString ConnectDialog::problem() const
{
    QUrl url;
    url.setHost(m_host->text().trimmed());
    if (m_host->text().trimmed().isEmpty())
        return tr("Which host?");
    if (url.host().isEmpty())
        return tr("This is not the name or address of a host.");
    if (m_user->text().isEmpty())
        return tr("Which user of manager.conf?");
    if (isInsecure() && !m_insecure->isChecked())
        return tr("Unencrypted connections to another machine have to be allowed first.");
    if (m_tls->isChecked() && !m_pin->text().isEmpty() && !isFingerprint(m_pin->text().trimmed()))
        return tr("A fingerprint has 64 hexadecimal digits.");
    const auto more = QUrlQuery(m_more->text().trimmed()).queryItems(QUrl::FullyDecoded);
    for (const auto &[key, value] : more) {
        if (std::find(std::begin(ownOptions), std::end(ownOptions), key) != std::end(ownOptions))
            return tr("The option %1 has a field of its own here.").arg(visibleText(key));
    }
    return m_check ? visibleText(m_check(request().url)) : QString();
}

void ConnectDialog::update()
{
    if (!m_connect)
        return; // fields are still being made
    m_insecure->setVisible(isInsecure());
    m_pin->setEnabled(m_tls->isChecked());
    m_keep->setEnabled(!m_password->text().isEmpty());
    const QString why = problem();
    m_connect->setEnabled(why.isEmpty());
    m_test->setEnabled(why.isEmpty());
    forgetTry();
    const bool insecure = isInsecure() && !m_host->text().isEmpty();
    setTextColor(m_note, toneColor(insecure || m_control->isChecked() ? Tone::Bad : Tone::Muted, palette()));
    QStringList words;
    if (!why.isEmpty())
        words += why;
    if (insecure)
        words += tr("INSECURE: everybody on the way can read and change this connection.");
    if (m_control->isChecked())
        words += tr("With control, Linescope can make, change and hang up real calls.");
    else if (why.isEmpty())
        words += tr("Read-only: Linescope watches and changes nothing.");
    m_note->setText(words.join(u' '));
}

ConnectionRequest ConnectDialog::request() const
{
    QUrl url;
    url.setScheme(m_tls->isChecked() ? QStringLiteral("asterisks") : QStringLiteral("asterisk"));
    url.setHost(m_host->text().trimmed());
    url.setUserName(m_user->text(), QUrl::DecodedMode);
    if (m_port->value() != (m_tls->isChecked() ? tlsPort : plainPort))
        url.setPort(m_port->value());
    QUrlQuery query;
    if (isInsecure() && m_insecure->isChecked())
        query.addQueryItem(QStringLiteral("insecure"), QStringLiteral("1"));
    if (m_tls->isChecked() && !m_pin->text().trimmed().isEmpty())
        query.addQueryItem(QStringLiteral("pin"), m_pin->text().trimmed());
    if (m_showLocal->isChecked())
        query.addQueryItem(QStringLiteral("local"), QStringLiteral("show"));
    if (m_control->isChecked())
        query.addQueryItem(QStringLiteral("control"), QStringLiteral("1"));
    const auto more = QUrlQuery(m_more->text().trimmed()).queryItems(QUrl::FullyDecoded);
    for (const auto &[key, value] : more)
        query.addQueryItem(key, value);
    if (!query.isEmpty())
        url.setQuery(query);
    return {url.toString(), m_password->text().toUtf8(), m_keep->isChecked() && m_keep->isEnabled()};
}

} // namespace Linescope
