package dev.cadastre.server.alerting.channel;

import dev.cadastre.server.alerting.message.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** A mail. Its id is that of the delivery, so that a mail server drops what it has already. */
final class Mime extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String id;

    private Mime(Session session, String id) {
        super(session);
        this.id = id;
    }

    /**
     * Writes it.
     *
     * @param from the address of the sender, whose domain the ids of mails have
     */
    static Mime of(Session session, String from, Delivery delivery, Message message, Instant now)
            throws MessagingException {
        String domain = from.substring(from.indexOf('@') + 1);
        Mime mail = new Mime(session, id(delivery.id(), domain));
        mail.setFrom(new InternetAddress(from, true));
        mail.setRecipient(
                RecipientType.TO, new InternetAddress(delivery.contact().address(), true));
        mail.setSubject(message.subject(), UTF_8);
        mail.setSentDate(Date.from(now));
        // Nobody's holiday notice is to answer it.
        mail.setHeader("Auto-Submitted", "auto-generated");
        UUID first = delivery.first();
        if (first != null) {
            mail.setHeader("In-Reply-To", id(first, domain));
            mail.setHeader("References", id(first, domain));
        }
        mail.setContent(content(message));
        mail.saveChanges();
        return mail;
    }

    private static String id(UUID delivery, String domain) {
        return "<" + delivery + "@" + domain + ">";
    }

    private static MimeMultipart content(Message message) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(message.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(message.html(), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
