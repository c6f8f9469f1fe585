<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
    <context>
        <name>Linescope::Alarms</name>
        <message numerus="yes">
            <source>%1 retains %n handle(s) of calls that are over; the limit is %2.</source>
            <translation>
                <numerusform>%1 retains %n handle of calls that are over; the limit is %2.</numerusform>
                <numerusform>%1 retains %n handles of calls that are over; the limit is %2.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::AlarmsPage</name>
        <message numerus="yes">
            <source>There are limits for %n application(s) already, the most there can be.</source>
            <translation>
                <numerusform>There are limits for %n application already, the most there can be.</numerusform>
                <numerusform>There are limits for %n applications already, the most there can be.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::AuditDialog</name>
        <message numerus="yes">
            <source>%n act(s). The log is as it was written: every hash leads to the next.</source>
            <translation>
                <numerusform>%n act. The log is as it was written: every hash leads to the next.</numerusform>
                <numerusform>%n acts. The log is as it was written: every hash leads to the next.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n act(s).</source>
            <translation>
                <numerusform>%n act.</numerusform>
                <numerusform>%n acts.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::AuditModel</name>
        <message numerus="yes">
            <source>The file was not as it had been left, with %n row(s).</source>
            <translation>
                <numerusform>The file was not as it had been left, with %n row.</numerusform>
                <numerusform>The file was not as it had been left, with %n rows.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::CallExplanation</name>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <translation>
                <numerusform>%1 and %n more</numerusform>
                <numerusform>%1 and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::CallFacts</name>
        <message numerus="yes">
            <source>%1 for %n handle(s)</source>
            <translation>
                <numerusform>%1 for %n handle</numerusform>
                <numerusform>%1 for %n handles</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::CallLogPanel</name>
        <message numerus="yes">
            <source>%n call(s)</source>
            <comment>in the log</comment>
            <translation>
                <numerusform>%n call</numerusform>
                <numerusform>%n calls</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n answered</source>
            <comment>calls in the log</comment>
            <translation>
                <numerusform>%n answered</numerusform>
                <numerusform>%n answered</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s) talked</source>
            <comment>in the log</comment>
            <translation>
                <numerusform>%n minute talked</numerusform>
                <numerusform>%n minutes talked</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call(s) deleted.</source>
            <translation>
                <numerusform>%n call deleted.</numerusform>
                <numerusform>%n calls deleted.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call(s) in the log are damaged; they are struck out.</source>
            <translation>
                <numerusform>%n call in the log is damaged; it is struck out.</numerusform>
                <numerusform>%n calls in the log are damaged; they are struck out.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Only the first %n call(s) are taken: filter by time.</source>
            <translation>
                <numerusform>Only the first call is taken: filter by time.</numerusform>
                <numerusform>Only the first %n calls are taken: filter by time.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::CallLogService</name>
        <message numerus="yes">
            <source>%n ended call(s) wait(s) for it; the handles are kept until then.</source>
            <translation>
                <numerusform>%n ended call waits for it; its handle is kept until then.</numerusform>
                <numerusform>%n ended calls wait for it; their handles are kept until then.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call(s) will never be in the call log: too many were waiting.</source>
            <translation>
                <numerusform>%n call will never be in the call log: too many were waiting.</numerusform>
                <numerusform>%n calls will never be in the call log: too many were waiting.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call(s) in the call log is (are) damaged: not what was written.</source>
            <translation>
                <numerusform>%n call in the call log is damaged: not what was written.</numerusform>
                <numerusform>%n calls in the call log are damaged: not what was written.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::CallPanel</name>
        <message numerus="yes">
            <source>%n earlier event(s) are left out.</source>
            <translation>
                <numerusform>%n earlier event is left out.</numerusform>
                <numerusform>%n earlier events are left out.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n step(s) after the first are left out.</source>
            <translation>
                <numerusform>%n step after the first is left out.</numerusform>
                <numerusform>%n steps after the first are left out.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::CallText</name>
        <message numerus="yes">
            <source>%n earlier event(s) are left out.</source>
            <translation>
                <numerusform>%n earlier event is left out.</numerusform>
                <numerusform>%n earlier events are left out.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n earlier holder(s) are left out.</source>
            <translation>
                <numerusform>%n earlier holder is left out.</numerusform>
                <numerusform>%n earlier holders are left out.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n step(s) after the first are left out.</source>
            <translation>
                <numerusform>%n step after the first is left out.</numerusform>
                <numerusform>%n steps after the first are left out.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::CapabilityText</name>
        <message numerus="yes">
            <source>(%n time(s), first #%1)</source>
            <translation>
                <numerusform>(%n time, first #%1)</numerusform>
                <numerusform>(%n times, first #%1)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>(failed %n time(s))</source>
            <translation>
                <numerusform>(failed %n time)</numerusform>
                <numerusform>(failed %n times)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::CloseLineDialog</name>
        <message numerus="yes">
            <source>%n handle(s) become void at once:</source>
            <translation>
                <numerusform>%n handle becomes void at once:</numerusform>
                <numerusform>%n handles become void at once:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n retained,</source>
            <translation>
                <numerusform>%n retained,</numerusform>
                <numerusform>%n retained,</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n live.</source>
            <translation>
                <numerusform>%n live.</numerusform>
                <numerusform>%n live.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call record(s) are freed at the provider.</source>
            <translation>
                <numerusform>%n call record is freed at the provider.</numerusform>
                <numerusform>%n call records are freed at the provider.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n live call(s) will be hung up.</source>
            <translation>
                <numerusform>%n live call will be hung up.</numerusform>
                <numerusform>%n live calls will be hung up.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::CompareDialog</name>
        <message numerus="yes">
            <source>No difference in %n row(s).</source>
            <translation>
                <numerusform>No difference in %n row.</numerusform>
                <numerusform>No difference in %n rows.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n difference(s).</source>
            <translation>
                <numerusform>%n difference.</numerusform>
                <numerusform>%n differences.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::ConnectionTest</name>
        <message numerus="yes">
            <source>The server answers, but not to the end: %n question(s) are open after 20 s.</source>
            <translation>
                <numerusform>The server answers, but not to the end: %n question is open after 20 s.</numerusform>
                <numerusform>The server answers, but not to the end: %n questions are open after 20 s.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>There are %n line(s)</source>
            <translation>
                <numerusform>There is %n line</numerusform>
                <numerusform>There are %n lines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n channel(s) now.</source>
            <translation>
                <numerusform>%n channel now.</numerusform>
                <numerusform>%n channels now.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::ConsoleHistory</name>
        <message numerus="yes">
            <source>%n success(es)</source>
            <translation>
                <numerusform>%n success</numerusform>
                <numerusform>%n successes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::ExportDialog</name>
        <message numerus="yes">
            <source>All %n row(s)</source>
            <translation>
                <numerusform>%n row</numerusform>
                <numerusform>All %n rows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The %n selected row(s)</source>
            <translation>
                <numerusform>The selected row</numerusform>
                <numerusform>The %n selected rows</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::FaultWords</name>
        <message numerus="yes">
            <source>%n time(s)</source>
            <comment>how often</comment>
            <translation>
                <numerusform>%n time</numerusform>
                <numerusform>%n times</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::FindingsPanel</name>
        <message numerus="yes">
            <source>%n violation(s)</source>
            <translation>
                <numerusform>%n violation</numerusform>
                <numerusform>%n violations</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n warning(s)</source>
            <translation>
                <numerusform>%n warning</numerusform>
                <numerusform>%n warnings</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::HandleTree</name>
        <message numerus="yes">
            <source>%Ln handle(s)</source>
            <translation>
                <numerusform>%Ln handle</numerusform>
                <numerusform>%Ln handles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln call(s)</source>
            <translation>
                <numerusform>%Ln call</numerusform>
                <numerusform>%Ln calls</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln retained</source>
            <translation>
                <numerusform>%Ln retained</numerusform>
                <numerusform>%Ln retained</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::HandlesPanel</name>
        <message numerus="yes">
            <source>No handle matches the filter “%1”. %n handle(s) are hidden.</source>
            <translation>
                <numerusform>No handle matches the filter “%1”. %n handle is hidden.</numerusform>
                <numerusform>No handle matches the filter “%1”. %n handles are hidden.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::HelpWindow</name>
        <message numerus="yes">
            <source>%n page(s) found</source>
            <translation>
                <numerusform>%n page found</numerusform>
                <numerusform>%n pages found</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::LadderWords</name>
        <message numerus="yes">
            <source>%n older step(s) are not kept any more</source>
            <translation>
                <numerusform>%n older step is not kept any more</numerusform>
                <numerusform>%n older steps are not kept any more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::LeakModel</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>of %n handle(s)</source>
            <translation>
                <numerusform>of %n handle</numerusform>
                <numerusform>of %n handles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call(s) with monitors and no owner</source>
            <translation>
                <numerusform>%n call with monitors and no owner</numerusform>
                <numerusform>%n calls with monitors and no owner</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call(s) without a new state for long</source>
            <translation>
                <numerusform>%n call without a new state for long</numerusform>
                <numerusform>%n calls without a new state for long</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n request(s)</source>
            <translation>
                <numerusform>%n request</numerusform>
                <numerusform>%n requests</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::LeakText</name>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <translation>
                <numerusform>%1 and %n more</numerusform>
                <numerusform>%1 and %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 holds %n handle(s) of calls that are over, the oldest for %2.</source>
            <translation>
                <numerusform>%1 holds %n handle of calls that are over, the oldest for %2.</numerusform>
                <numerusform>%1 holds %n handles of calls that are over, the oldest for %2.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n obtained by %1: %2</source>
            <translation>
                <numerusform>%n obtained by %1: %2</numerusform>
                <numerusform>%n obtained by %1: %2</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n live call(s) have no owner: nobody can end them.</source>
            <translation>
                <numerusform>%n live call has no owner: nobody can end it.</numerusform>
                <numerusform>%n live calls have no owner: nobody can end them.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::LeaksPanel</name>
        <message numerus="yes">
            <source>%n handle(s) of calls that are over, %1.</source>
            <translation>
                <numerusform>%n handle of a call that is over, %1.</numerusform>
                <numerusform>%n handles of calls that are over, %1.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::LineTreeDelegate</name>
        <message numerus="yes">
            <source>%n idle</source>
            <translation>
                <numerusform>%n idle</numerusform>
                <numerusform>%n idle</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::LineTreeModel</name>
        <message numerus="yes">
            <source>%n handle(s)</source>
            <translation>
                <numerusform>%n handle</numerusform>
                <numerusform>%n handles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n retained</source>
            <translation>
                <numerusform>%n retained</numerusform>
                <numerusform>%n retained</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::MainWindow</name>
        <message numerus="yes">
            <source>view paused, %n event(s) behind</source>
            <translation>
                <numerusform>view paused, %n event behind</numerusform>
                <numerusform>view paused, %n events behind</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>live, %n event(s) skipped</source>
            <translation>
                <numerusform>live, %n event skipped</numerusform>
                <numerusform>live, %n events skipped</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::MappingPanel</name>
        <message numerus="yes">
            <source>%n step(s) after the first ones are not kept.</source>
            <translation>
                <numerusform>%n step after the first ones is not kept.</numerusform>
                <numerusform>%n steps after the first ones are not kept.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::MemoryPanel</name>
        <message numerus="yes">
            <source>%1, not reported for %n call(s)</source>
            <translation>
                <numerusform>%1, not reported for %n call</numerusform>
                <numerusform>%1, not reported for %n calls</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::MessagesPanel</name>
        <message numerus="yes">
            <source>%n older message(s) dropped</source>
            <translation>
                <numerusform>%n older message dropped</numerusform>
                <numerusform>%n older messages dropped</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::Moments</name>
        <message numerus="yes">
            <source>%n event(s) are missing in the recording: the disk was too slow.</source>
            <translation>
                <numerusform>%n event is missing in the recording: the disk was too slow.</numerusform>
                <numerusform>%n events are missing in the recording: the disk was too slow.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::Operations</name>
        <message numerus="yes">
            <source>%n handle(s) given back.</source>
            <translation>
                <numerusform>%n handle given back.</numerusform>
                <numerusform>%n handles given back.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::Options</name>
        <message numerus="yes">
            <source>%n violation(s)</source>
            <translation>
                <numerusform>%n violation</numerusform>
                <numerusform>%n violations</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n warning(s)</source>
            <translation>
                <numerusform>%n warning</numerusform>
                <numerusform>%n warnings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n event(s) looked at.</source>
            <translation>
                <numerusform>%n event looked at.</numerusform>
                <numerusform>%n events looked at.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n time(s)</source>
            <translation>
                <numerusform>%n time</numerusform>
                <numerusform>%n times</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 and %2: no difference in %n row(s).</source>
            <translation>
                <numerusform>%1 and %2: no difference in %n row.</numerusform>
                <numerusform>%1 and %2: no difference in %n rows.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 (left) and %2 (right): %n difference(s).</source>
            <translation>
                <numerusform>%1 (left) and %2 (right): %n difference.</numerusform>
                <numerusform>%1 (left) and %2 (right): %n differences.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>the file was not as it had been left, with %n row(s)</source>
            <translation>
                <numerusform>the file was not as it had been left, with %n row</numerusform>
                <numerusform>the file was not as it had been left, with %n rows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n act(s)</source>
            <translation>
                <numerusform>%n act</numerusform>
                <numerusform>%n acts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::Recordings</name>
        <message numerus="yes">
            <source>Recorded %n event(s) to %1.</source>
            <translation>
                <numerusform>Recorded %n event to %1.</numerusform>
                <numerusform>Recorded %n events to %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n event(s)</source>
            <translation>
                <numerusform>%n event</numerusform>
                <numerusform>%n events</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n dropped</source>
            <translation>
                <numerusform>%n dropped</numerusform>
                <numerusform>%n dropped</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::ReportDialog</name>
        <message numerus="yes">
            <source>The checklist has %n step(s).</source>
            <translation>
                <numerusform>The checklist has %n step.</numerusform>
                <numerusform>The checklist has %n steps.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::Scenarios</name>
        <message numerus="yes">
            <source>... %n equal row(s) ...</source>
            <translation>
                <numerusform>... %n equal row ...</numerusform>
                <numerusform>... %n equal rows ...</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::StateMap</name>
        <message numerus="yes">
            <source>%1, %n call(s)</source>
            <translation>
                <numerusform>%1, %n call</numerusform>
                <numerusform>%1, %n calls</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1: %n call(s).</source>
            <translation>
                <numerusform>%1: %n call.</numerusform>
                <numerusform>%1: %n calls.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1: %n step(s), %2 for %3.</source>
            <translation>
                <numerusform>%1: %n step, %2 for %3.</numerusform>
                <numerusform>%1: %n steps, %2 for %3.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::TestReport</name>
        <message numerus="yes">
            <source>%n time(s)</source>
            <translation>
                <numerusform>%n time</numerusform>
                <numerusform>%n times</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::Timeline</name>
        <message numerus="yes">
            <source>%n call(s)</source>
            <translation>
                <numerusform>%n call</numerusform>
                <numerusform>%n calls</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n handle(s)</source>
            <translation>
                <numerusform>%n handle</numerusform>
                <numerusform>%n handles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n retained</source>
            <translation>
                <numerusform>%n retained</numerusform>
                <numerusform>%n retained</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::Tray</name>
        <message numerus="yes">
            <source>%n retained handle(s)</source>
            <translation>
                <numerusform>%n retained handle</numerusform>
                <numerusform>%n retained handles</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::VoidPreview</name>
        <message numerus="yes">
            <source>%n handle(s) become void</source>
            <translation>
                <numerusform>%n handle becomes void</numerusform>
                <numerusform>%n handles become void</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them retained</source>
            <translation>
                <numerusform>%n of them retained</numerusform>
                <numerusform>%n of them retained</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n live call(s) will be dropped</source>
            <translation>
                <numerusform>%n live call will be dropped</numerusform>
                <numerusform>%n live calls will be dropped</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Linescope::Watch</name>
        <message numerus="yes">
            <source>%n ended call(s) may be missing in the call log.</source>
            <translation>
                <numerusform>%n ended call may be missing in the call log.</numerusform>
                <numerusform>%n ended calls may be missing in the call log.</numerusform>
            </translation>
        </message>
    </context>
</TS>
