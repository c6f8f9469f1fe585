// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/forms.h"

#include "support/text.h"
#include "support/theme/theme.h"
#include "tapi/names.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace Linescope {

namespace {

constexpr ApiVersion versions[] = {ApiVersion::V2_2, ApiVersion::V2_1, ApiVersion::V2_0, ApiVersion::V1_4};

QComboBox *makeVersions()
{
    auto *box = new QComboBox;
    for (const ApiVersion version : versions)
        box->addItem(toString(version), quint32(version));
    return box;
}

ApiVersion versionOf(const QComboBox *box) { return ApiVersion(box->currentData().toUInt()); }

void setCurrentData(QComboBox *box, quint32 data) { box->setCurrentIndex(std::max(0, box->findData(data))); }

} // namespace

FormDialog::FormDialog(const QString &title, const QString &accept, QWidget *parent)
    : QDialog(parent)
    , m_form(new QFormLayout)
    , m_problem(makeLabel())
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    setProperty("helpPage", QStringLiteral("callcontrol"));
    setWindowTitle(title);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(m_form);
    m_problem->setWordWrap(true);
    setTextColor(m_problem, toneColor(Tone::Muted, palette()));
    layout->addWidget(m_problem);
    layout->addStretch();
    layout->addWidget(m_buttons);
    m_buttons->button(QDialogButtonBox::Ok)->setText(accept);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setMinimumWidth(420);
}

void FormDialog::setProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(sentence.isEmpty());
    fit();
}

// A window does not follow labels that wrap.
void FormDialog::fit()
{
    if (isVisible())
        resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

MakeCallDialog::MakeCallDialog(const World &world, const QList<HLine> &lines, HLine suggested, QWidget *parent)
    : FormDialog(tr("Make call"), tr("Dial"), parent)
    , m_line(new QComboBox)
    , m_address(new QLineEdit)
{
    for (const HLine id : lines) {
        const Line *line = world.line(id);
        const App *app = world.app(line->app);
        const Device *device = world.device(line->device);
        m_line->addItem(
            visibleText(tr("%1 on %2 (%3)")
                            .arg(app ? app->name : QString(), device ? device->info.name : QString(), shortName(id)),
                        80),
            id.value);
    }
    setCurrentData(m_line, suggested.value);
    m_address->setMaxLength(200);
    form()->addRow(tr("&Line:"), m_line);
    form()->addRow(tr("&Number:"), m_address);
    connect(m_address, &QLineEdit::textChanged, this, [this] { setProblem(problem()); });
    setProblem(problem());
    m_address->setFocus();
}

QString MakeCallDialog::problem() const
{
    if (m_line->count() == 0)
        return tr("No open line can make calls: open one as an application first.");
    return m_address->text().trimmed().isEmpty() ? tr("Which number?") : QString();
}

Requests::MakeCall MakeCallDialog::request() const
{
    return {HLine{m_line->currentData().toUInt()}, m_address->text().trimmed(), {}};
}

OpenLineDialog::OpenLineDialog(const World &world, HLineApp app, DeviceId device, QWidget *parent)
    : FormDialog(tr("Open line"), tr("Open"), parent)
    , m_app(new QComboBox)
    , m_device(new QComboBox)
    , m_version(makeVersions())
    , m_owner(new QCheckBox(tr("&OWNER: may become the owner of incoming voice calls")))
    , m_monitor(new QCheckBox(tr("&MONITOR: gets a handle for every call")))
{
    setProperty("helpPage", QStringLiteral("lines"));
    world.apps().forEach([&](const App &each) { m_app->addItem(visibleText(each.name, 60), each.id.value); });
    for (const Device &each : world.devices()) {
        if (!each.removed)
            m_device->addItem(visibleText(each.info.name, 60), each.id.value);
    }
    setCurrentData(m_app, app.value);
    setCurrentData(m_device, device.value);
    m_monitor->setChecked(true);
    form()->addRow(tr("&Application:"), m_app);
    form()->addRow(tr("&Line:"), m_device);
    form()->addRow(tr("API &version:"), m_version);
    form()->addRow(tr("Privileges:"), m_owner);
    form()->addRow(QString(), m_monitor);
    if (m_app->count() == 0)
        setProblem(tr("There is no application; start one first."));
    else if (m_device->count() == 0)
        setProblem(tr("There is no line; connect a source first."));
}

HLineApp OpenLineDialog::app() const { return {m_app->currentData().toUInt()}; }

Requests::Open OpenLineDialog::request() const
{
    Requests::Open request;
    request.deviceId = deviceNumber(DeviceId{m_device->currentData().toUInt()});
    request.apiVersion = versionOf(m_version);
    request.privileges = {};
    if (m_owner->isChecked())
        request.privileges |= Privilege::Owner;
    if (m_monitor->isChecked())
        request.privileges |= Privilege::Monitor;
    if (!request.privileges)
        request.privileges = Privilege::None; // outgoing calls only
    if (m_owner->isChecked())
        request.mediaModes = MediaMode::InteractiveVoice;
    return request;
}

NewAppDialog::NewAppDialog(QWidget *parent)
    : FormDialog(tr("New virtual application"), tr("Start"), parent)
    , m_name(new QLineEdit(tr("tester")))
    , m_version(makeVersions())
    , m_role(new QComboBox)
    , m_openAll(new QCheckBox(tr("&Open every line, also later ones")))
    , m_takeExisting(new QCheckBox(tr("&Take calls that are there already (lineGetNewCalls)")))
{
    setProperty("helpPage", QStringLiteral("lines"));
    m_name->setMaxLength(100);
    m_role->addItem(tr("Owner and monitor"), int((Privileges(Privilege::Owner) | Privilege::Monitor).toInt()));
    m_role->addItem(tr("Owner"), int(Privilege::Owner));
    m_role->addItem(tr("Monitor"), int(Privilege::Monitor));
    m_openAll->setChecked(true);
    m_takeExisting->setChecked(true);
    form()->addRow(tr("&Name:"), m_name);
    form()->addRow(tr("API &version:"), m_version);
    form()->addRow(tr("&Privilege:"), m_role);
    form()->addRow(QString(), m_openAll);
    form()->addRow(QString(), m_takeExisting);
    m_answer = addDelay(tr("&Answers after:"), -1);
    m_drop = addDelay(tr("&Drops a disconnected call after:"), 1);
    m_deallocate = addDelay(tr("D&eallocates an idle call after:"), 10);
    connect(m_name, &QLineEdit::textChanged, this,
            [this](const QString &text) { setProblem(text.trimmed().isEmpty() ? tr("Which name?") : QString()); });
}

QDoubleSpinBox *NewAppDialog::addDelay(const QString &label, double seconds)
{
    auto *box = new QDoubleSpinBox;
    box->setDecimals(1);
    box->setRange(-0.1, 86'400);                                 // the only one below 0 is shown as "never"
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType); // from never to 0
    box->setSuffix(tr(" s"));
    box->setSpecialValueText(tr("never"));
    box->setValue(seconds);
    form()->addRow(label, box);
    return box;
}

AppHabits NewAppDialog::habits() const
{
    const auto delay = [](const QDoubleSpinBox *box) {
        return box->value() < 0 ? Microseconds(-1) : Microseconds(box->value() * 1e6);
    };
    AppHabits habits;
    habits.name = m_name->text().trimmed();
    habits.apiVersion = versionOf(m_version);
    habits.privileges = Privileges::fromInt(m_role->currentData().toUInt());
    if (habits.privileges.testFlag(Privilege::Owner))
        habits.mediaModes = MediaMode::InteractiveVoice;
    habits.openAllLines = m_openAll->isChecked();
    habits.takeExistingCalls = m_takeExisting->isChecked();
    habits.answerAfter = delay(m_answer);
    habits.dropAfterDisconnect = delay(m_drop);
    habits.deallocateAfterIdle = delay(m_deallocate);
    return habits;
}

IncomingCallDialog::IncomingCallDialog(const QString &line, QWidget *parent)
    : FormDialog(tr("Incoming call"), tr("Call"), parent)
    , m_number(new QLineEdit(QStringLiteral("+1 202 555 0143"))) // reserved for fiction
    , m_name(new QLineEdit)
{
    setProperty("helpPage", QStringLiteral("sources"));
    m_number->setMaxLength(200);
    m_name->setMaxLength(1000);
    form()->addRow(tr("Line:"), makeLabel(visibleText(line, 60)));
    form()->addRow(tr("Caller's &number:"), m_number);
    form()->addRow(tr("Caller's n&ame:"), m_name);
    m_number->selectAll();
}

QString IncomingCallDialog::number() const { return m_number->text(); }

QString IncomingCallDialog::name() const { return m_name->text(); }

AppNameDialog::AppNameDialog(const QString &title, const QString &accept, const QStringList &names,
                             const std::function<QString(const QString &)> &problemWith, QWidget *parent)
    : FormDialog(title, accept, parent)
    , m_name(new QComboBox)
{
    setProperty("helpPage", QStringLiteral("alarms"));
    for (const QString &name : names)
        m_name->addItem(visibleText(name), name);
    m_name->setEditable(true);
    m_name->setInsertPolicy(QComboBox::NoInsert);
    m_name->completer()->setCaseSensitivity(Qt::CaseSensitive); // or “CRM” becomes “crm”
    m_name->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    form()->addRow(tr("&Name of the application:"), m_name);
    const auto update = [this, problemWith] { setProblem(problemWith(name())); };
    connect(m_name, &QComboBox::currentTextChanged, this, update);
    connect(m_name, &QComboBox::currentIndexChanged, this, update);
    update();
}

// What is shown of two names may be the same.
QString AppNameDialog::name() const
{
    const QString shown = m_name->currentText();
    const int chosen = m_name->currentIndex();
    const int offered = chosen >= 0 && m_name->itemText(chosen) == shown
        ? chosen
        : m_name->findText(shown, Qt::MatchCaseSensitive);
    return offered < 0 ? shown : m_name->itemData(offered).toString();
}

NameDialog::NameDialog(const QString &title, const QString &label, const QString &accept, const QString &text,
                       QWidget *parent)
    : FormDialog(title, accept, parent)
    , m_text(new QLineEdit(text))
{
    setProperty("helpPage", QStringLiteral("sources"));
    m_text->setMaxLength(200);
    form()->addRow(label, m_text);
    const auto update = [this] { setProblem(this->text().isEmpty() ? tr("Which name?") : QString()); };
    connect(m_text, &QLineEdit::textChanged, this, update);
    update();
}

QString NameDialog::text() const { return m_text->text().trimmed(); }

} // namespace Linescope
