// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/auditdialog.h"

#include "models/liveworld.h"
#include "panels/emptynote.h"
#include "support/export/savefile.h"
#include "support/export/tableexport.h"
#include "support/text.h"
#include "support/theme/theme.h"

#include <QClipboard>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMetaEnum>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QThreadPool>
#include <QTreeView>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

constexpr size_t mostRows = 200'000; // that are shown: the latest

} // namespace

struct AuditDialog::Content {
    AuditReading reading;
    std::deque<AuditRow> rows;
};

AuditDialog::AuditDialog(const QString &file, const LiveWorld *live, QWidget *parent)
    : QDialog(parent)
    , m_file(file)
    , m_live(live)
    , m_model(new AuditModel(this))
    , m_found(new QSortFilterProxyModel(this))
    , m_verdict(makeLabel())
    , m_search(new QLineEdit)
    , m_table(new QTreeView)
    , m_flaws(new QPlainTextEdit)
    , m_place(makeLabel())
{
    setWindowTitle(tr("Audit log"));
    setProperty("helpPage", u"audit"_s);
    m_verdict->setWordWrap(true);
    m_search->setPlaceholderText(tr("Search in all columns"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setClearButtonEnabled(true);
    connect(m_search, &QLineEdit::textChanged, m_found, &QSortFilterProxyModel::setFilterFixedString);
    makeTable();
    m_flaws->setReadOnly(true);
    m_flaws->setAccessibleName(tr("What is wrong with the log"));
    m_flaws->setMaximumHeight(120);
    m_flaws->setTabChangesFocus(true);
    m_flaws->hide();
    m_place->setWordWrap(true);
    m_place->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_verdict);
    layout->addWidget(m_search);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_flaws);
    layout->addWidget(m_place);
    layout->addWidget(makeButtons());
    const QSize wanted(1200, 620);
    resize(parent ? wanted.boundedTo(parent->window()->size() * 0.96) : wanted);
    m_table->setFocus();

    connect(m_live, &LiveWorld::maskingChanged, this, [this] { m_model->setRows(m_rows, m_live->masker()); });
    m_look.setInterval(std::chrono::seconds(1));
    connect(&m_look, &QTimer::timeout, this, &AuditDialog::look);
    m_look.start();
    look();
}

void AuditDialog::makeTable()
{
    m_found->setSourceModel(m_model);
    m_found->setFilterKeyColumn(-1);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setModel(m_found);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAlternatingRowColors(true);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setAccessibleName(tr("What was done by hand"));
    m_table->header()->setStretchLastSection(true);
    constexpr int widths[] = {170, 110, 120, 155, 110, 270, 130, 90};
    for (int column = 0; column < int(AuditModel::Column::Count); ++column)
        m_table->setColumnWidth(column, widths[column]);
    m_empty = new EmptyNote(m_table);
    const auto note = [this] {
        const bool none = m_model->rowCount() == 0;
        m_empty->setText(m_found->rowCount() > 0 ? QString()
                             : none ? tr("Nothing has been done by hand yet. What you do to a line, a call or a handle "
                                         "will stand here.")
                                    : tr("Nothing matches the search."));
        if (m_export)
            m_export->setEnabled(m_found->rowCount() > 0);
    };
    connect(m_found, &QAbstractItemModel::modelReset, this, note);
    connect(m_found, &QAbstractItemModel::rowsInserted, this, note);
    connect(m_found, &QAbstractItemModel::rowsRemoved, this, note);
}

QWidget *AuditDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto add = [&](const QString &text, auto act) {
        auto *button = buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setAutoDefault(false);
        button->setEnabled(false);
        connect(button, &QPushButton::clicked, this, act);
        return button;
    };
    m_copy = add(tr("Copy &fingerprint"), [this] { QGuiApplication::clipboard()->setText(fingerprint()); });
    m_export = add(tr("&Export…"), [this] {
        const QString path = QFileDialog::getSaveFileName(this, tr("Export the audit log"), u"audit.csv"_s,
                                                          tr("CSV (*.csv);;JSON (*.json)"));
        if (!path.isEmpty())
            exportTo(path);
    });
    return buttons;
}

QString AuditDialog::verdict() const { return m_verdict->text(); }

QString AuditDialog::flaws() const { return m_flaws->toPlainText(); }

void AuditDialog::look()
{
    const QFileInfo file(m_file);
    const qint64 size = file.exists() ? file.size() : -1;
    const qint64 time = file.lastModified().toMSecsSinceEpoch();
    if (m_isReading || (size == m_size && time == m_time))
        return;
    m_size = size;
    m_time = time;
    read();
}

// A long log takes a moment to be checked; the window goes on meanwhile.
void AuditDialog::read()
{
    m_isReading = true;
    QThreadPool::globalInstance()->start([self = QPointer(this), file = m_file] {
        auto content = std::make_shared<Content>();
        content->reading = readAuditFile(file, [&](const AuditRow &row) {
            content->rows.push_back(row);
            if (content->rows.size() > mostRows)
                content->rows.pop_front();
        });
        QMetaObject::invokeMethod(qGuiApp, [self, content] {
            if (self)
                self->take(*content);
        });
    });
}

void AuditDialog::take(const Content &content)
{
    m_isReading = false;
    m_reading = content.reading;
    m_rows = content.rows;
    m_model->setRows(m_rows, m_live->masker());
    tellVerdict();
    Q_EMIT checked();
}

void AuditDialog::tellVerdict()
{
    QStringList flaws;
    for (const AuditFlaw &flaw : m_reading.flaws)
        flaws += flaw.line > 0 ? tr("Line %1: %2").arg(flaw.line).arg(visibleText(flaw.words))
                               : visibleText(flaw.words);
    m_flaws->setPlainText(flaws.join(u'\n'));
    m_flaws->setVisible(!flaws.isEmpty());
    QString words;
    if (!m_reading.problem.isEmpty())
        words = m_reading.problem;
    else if (m_reading.isWhole())
        words = m_reading.rows == 0 ? tr("The audit log is empty.")
                                    : tr("%n act(s). The log is as it was written: every hash leads to the next.",
                                         nullptr, int(m_reading.acts));
    else
        words = tr("%n act(s).", nullptr, int(m_reading.acts)) + u' '
            + tr("Somebody has changed the log, or it was damaged: see below.");
    m_verdict->setText(visibleText(words));
    const bool whole = m_reading.isWhole();
    setTextColor(m_verdict, whole ? palette().color(QPalette::WindowText) : toneColor(Tone::Bad, palette()));
    m_copy->setEnabled(!m_reading.lastHash.isEmpty());
    m_place->setText(m_reading.lastHash.isEmpty()
                         ? visibleText(m_file)
                         : tr("%1\nFingerprint of the last row: %2").arg(visibleText(m_file), fingerprint()));
}

void AuditDialog::exportTo(const QString &path)
{
    QList<int> columns, rows;
    QStringList keys;
    for (int column = 0; column < int(AuditModel::Column::Count); ++column) {
        columns += column;
        keys += columnKey(QMetaEnum::fromType<AuditModel::Column>(), column);
    }
    for (int row = 0; row < m_found->rowCount(); ++row)
        rows += row;
    const Table table = tableOf(*m_found, columns, rows, Qt::DisplayRole, keys);
    const bool isJson = path.endsWith(".json"_L1, Qt::CaseInsensitive);
    const QString problem = saveFile(path, isJson ? toJson(table) : toCsv(table, CsvMode::SpreadsheetSafe));
    if (!problem.isEmpty())
        warn(this, tr("Export the audit log"), problem);
}

} // namespace Linescope
