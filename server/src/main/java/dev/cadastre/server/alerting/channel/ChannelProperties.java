package dev.cadastre.server.alerting.channel;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * By which servers people are told.
 *
 * @param authorities a file of certificates in PEM of authorities that are believed besides those
 *     that this machine's Java knows; null for none
 */
@ConfigurationProperties("cadastre.alerting")
record ChannelProperties(
        @Nullable Path authorities, @DefaultValue Mail mail, @DefaultValue Xmpp xmpp) {

    /** How the mail server is spoken to. */
    enum MailTls {
        /** In clear at first; nothing is said before it is encrypted. */
        STARTTLS(587),
        /** Encrypted from the first byte. */
        IMPLICIT(465),
        /** In clear, which others can read and change. */
        NONE(25);

        private final int port;

        MailTls(int port) {
            this.port = port;
        }
    }

    /**
     * The mail server.
     *
     * @param host null if no mail is sent
     * @param port 0 for the usual one
     * @param user null to send without signing in
     * @param secretName of the variable with the password, without {@code CADASTRE_SECRET_}
     * @param from the sender's address
     */
    record Mail(
            @Nullable String host,
            @DefaultValue("0") int port,
            @DefaultValue("STARTTLS") MailTls tls,
            @Nullable String user,
            @DefaultValue("SMTP") String secretName,
            @Nullable String from) {

        /** Refuses what could never send anything. */
        Mail {
            if (port < 0 || port > 0xFFFF) {
                throw new IllegalArgumentException("[mail] port is no port");
            }
            if (host != null && (from == null || !from.matches("[^@\\s<>]+@[A-Za-z0-9.-]+"))) {
                throw new IllegalArgumentException(
                        "[mail] from must be the address that mail is sent from,"
                                + " such as cadastre@example.com");
            }
        }

        int portInUse() {
            return port == 0 ? tls.port : port;
        }
    }

    /** Whether the XMPP server is spoken to in clear. */
    enum XmppTls {
        /** Never. */
        REQUIRED,
        /** Always, which others can read and change. */
        NONE
    }

    /**
     * The account at an XMPP server.
     *
     * @param account its address; null if nothing is sent by XMPP
     * @param host where its server is; null if that is what the address says
     * @param secretName of the variable with the password, without {@code CADASTRE_SECRET_}
     * @param nick its name in rooms
     */
    record Xmpp(
            @Nullable String account,
            @Nullable String host,
            @DefaultValue("5222") int port,
            @DefaultValue("REQUIRED") XmppTls tls,
            @DefaultValue("XMPP") String secretName,
            @DefaultValue("cadastre") String nick) {

        /** Refuses what could never send anything. */
        Xmpp {
            if (account != null && !account.matches("[^@/\\s]+@[A-Za-z0-9.-]+")) {
                throw new IllegalArgumentException(
                        "[xmpp] account must be an address such as" + " cadastre@chat.example.com");
            }
            if (port < 1 || port > 0xFFFF) {
                throw new IllegalArgumentException("[xmpp] port is no port");
            }
        }
    }
}
