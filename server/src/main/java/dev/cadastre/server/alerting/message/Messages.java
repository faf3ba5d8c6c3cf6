package dev.cadastre.server.alerting.message;

import dev.cadastre.server.alerting.Incident;
import dev.cadastre.server.alerting.telling.NoticeKind;
import java.time.Instant;
import java.util.List;

/** Writes messages. Pure. */
public final class Messages {

    private static final int LONGEST_SUBJECT = 180;

    private Messages() {}

    /** What a notice says. */
    public static Message of(Notice notice) {
        Incident incident = notice.story().incident();
        String subject = subject(notice.kind(), incident);
        List<Paragraph> paragraphs = Paragraphs.of(notice);
        return new Message(
                subject,
                Paragraph.text(paragraphs),
                Paragraph.html(subject, paragraphs),
                MessageJson.of(notice));
    }

    /** What is sent to see whether a team can be told. */
    public static Message test(String team, String asker, Instant at) {
        String subject = "[Cadastre] A test for the team " + Line.of(team, LONGEST_SUBJECT);
        List<Paragraph> paragraphs =
                List.of(
                        new Paragraph(
                                "",
                                List.of(
                                        "This is a test that %s asked for at %s."
                                                .formatted(Line.of(asker), Times.of(at)),
                                        "Nothing is wrong, and nothing is to be done.")));
        return new Message(
                subject,
                Paragraph.text(paragraphs),
                Paragraph.html(subject, paragraphs),
                MessageJson.test(team, at));
    }

    /** All subjects of one incident begin alike. */
    private static String subject(NoticeKind kind, Incident incident) {
        String word =
                switch (kind) {
                    case OPENED -> "";
                    case WORSE -> "Worse: ";
                    case REMINDER -> "Still open: ";
                    case ESCALATION -> "Nobody looks after it: ";
                    case REDIRECTED -> "Its team cannot be reached: ";
                    case RESOLVED -> "Over: ";
                    case MERGED -> "Because of another: ";
                };
        return Line.of(
                "[incident %d] %s%s".formatted(incident.id(), word, incident.title()),
                LONGEST_SUBJECT);
    }
}
