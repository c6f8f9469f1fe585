// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/console/requestform.h"

#include "scenario/functionstep.h"
#include "support/text.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace Linescope {

namespace {

// What is typed is found anywhere in a name.
void completeAnywhere(QComboBox *box)
{
    box->setEditable(true);
    box->lineEdit()->setAccessibleName(box->accessibleName());
    box->setInsertPolicy(QComboBox::NoInsert);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->completer()->setCaseSensitivity(Qt::CaseInsensitive);
}

constexpr int longestText = 10'000;

} // namespace

RequestForm::RequestForm(QWidget *parent)
    : QWidget(parent)
    , m_function(new QComboBox)
    , m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    QStringList functions = Scenarios::functionNames();
    functions.sort();
    m_function->addItems(functions);
    m_function->setAccessibleName(tr("Function"));
    completeAnywhere(m_function);
    addRow(tr("&Function:"), m_function);
    connect(m_function, &QComboBox::currentIndexChanged, this, [this] { setFunction(m_function->currentText()); });
    m_function->setCurrentText(QStringLiteral("lineGetCallInfo"));
    setFunction(m_function->currentText());
}

// QFormLayout's own labels guess what a text is.
void RequestForm::addRow(const QString &text, QWidget *field)
{
    QLabel *label = makeLabel(text);
    label->setBuddy(field);
    m_form->addRow(label, field);
}

QString RequestForm::function() const { return m_function->currentText(); }

QWidget *RequestForm::field(const QString &key) const { return m_fields.value(key); }

void RequestForm::setFunction(const QString &function)
{
    while (m_form->rowCount() > 1)
        m_form->removeRow(1);
    m_fields.clear();
    m_arguments = argumentsOf(function);
    for (const ConsoleArgument &argument : std::as_const(m_arguments)) {
        QComboBox *box = makeField(argument);
        m_fields.insert(argument.key, box);
        addRow(argument.key + QLatin1Char(':'), box);
    }
    Q_EMIT changed();
}

QComboBox *RequestForm::makeField(const ConsoleArgument &argument)
{
    auto *box = new QComboBox;
    box->setAccessibleName(argument.key);
    box->setObjectName(argument.key);
    box->addItems(offered(argument));
    completeAnywhere(box);
    box->lineEdit()->setMaxLength(longestText);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    const bool isHandle = argument.kind == ConsoleArgument::Kind::Line || argument.kind == ConsoleArgument::Kind::Call;
    if (isHandle)
        box->lineEdit()->setPlaceholderText(tr("H42, L3, 0x4000002A or empty"));
    else if (argument.kind == ConsoleArgument::Kind::Flags)
        box->lineEdit()->setPlaceholderText(tr("several with commas"));
    else if (argument.kind == ConsoleArgument::Kind::Bytes)
        box->lineEdit()->setPlaceholderText(tr("hexadecimal: 0A1B"));
    box->setCurrentText(isHandle && box->count() > 0 ? box->itemText(0) : argument.byDefault);
    connect(box, &QComboBox::currentTextChanged, this, &RequestForm::changed);
    return box;
}

QStringList RequestForm::offered(const ConsoleArgument &argument) const
{
    switch (argument.kind) {
    case ConsoleArgument::Kind::Line:
        return m_offers.lines;
    case ConsoleArgument::Kind::Call:
        return m_offers.calls;
    case ConsoleArgument::Kind::Device:
        return m_offers.devices + QStringList{QStringLiteral("LINEMAPPER")};
    case ConsoleArgument::Kind::YesNo:
        return {QStringLiteral("false"), QStringLiteral("true")};
    case ConsoleArgument::Kind::Constant:
    case ConsoleArgument::Kind::Flags:
        return argument.names;
    case ConsoleArgument::Kind::Number:
    case ConsoleArgument::Kind::Text:
    case ConsoleArgument::Kind::Bytes:
        return {};
    }
    return {};
}

// What was typed stays; who is typing is not disturbed.
void RequestForm::setOffers(const Offers &offers)
{
    m_offers = offers;
    for (const ConsoleArgument &argument : std::as_const(m_arguments)) {
        QComboBox *box = m_fields.value(argument.key);
        const QStringList wanted = offered(argument);
        QStringList shown;
        for (int i = 0; i < box->count(); ++i)
            shown.append(box->itemText(i));
        if (shown == wanted || box->view()->isVisible())
            continue;
        const QSignalBlocker blocker(box);
        const QString text = box->currentText();
        const bool wasEmpty = shown.isEmpty() && text.isEmpty();
        const int cursor = box->lineEdit()->cursorPosition();
        box->clear();
        box->addItems(wanted);
        box->setCurrentText(wasEmpty && !wanted.isEmpty() && !box->lineEdit()->hasFocus() ? wanted.constFirst() : text);
        box->lineEdit()->setCursorPosition(cursor);
    }
}

void RequestForm::setRequest(const Request &request)
{
    m_function->setCurrentText(QString::fromLatin1(functionName(request)));
    m_function->setCurrentIndex(m_function->findText(m_function->currentText()));
    const ConsoleTexts texts = textsOf(request);
    for (auto it = texts.begin(); it != texts.end(); ++it) {
        if (QComboBox *box = m_fields.value(it.key()))
            box->setCurrentText(it.value());
    }
}

tl::expected<Request, QString> RequestForm::request() const
{
    ConsoleTexts texts;
    for (auto it = m_fields.begin(); it != m_fields.end(); ++it) {
        if (const QString text = it.value()->currentText(); !text.isEmpty())
            texts.insert(it.key(), text);
        else if (const auto argument = std::ranges::find(m_arguments, it.key(), &ConsoleArgument::key);
                 argument->kind != ConsoleArgument::Kind::Number && argument->kind != ConsoleArgument::Kind::Constant
                 && argument->kind != ConsoleArgument::Kind::Device && argument->kind != ConsoleArgument::Kind::YesNo)
            texts.insert(it.key(), QString());
    }
    return requestOf(function(), texts);
}

} // namespace Linescope
