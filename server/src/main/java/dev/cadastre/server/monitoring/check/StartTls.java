package dev.cadastre.server.monitoring.check;

import java.io.IOException;
import java.net.Socket;

/** How a server is asked to go on with TLS on a connection that began without. */
enum StartTls {
    /** It speaks TLS from the beginning. */
    NONE {
        @Override
        void ask(Talk talk) {}
    },
    SMTP {
        @Override
        void ask(Talk talk) throws IOException {
            SmtpReply.read(talk, "its greeting").require(220);
            talk.send("EHLO localhost");
            SmtpReply.read(talk, "what it offers").require(250);
            talk.send("STARTTLS");
            SmtpReply.read(talk, "its consent to STARTTLS").require(220);
        }
    },
    IMAP {
        private static final int MOST_LINES = 100;

        @Override
        void ask(Talk talk) throws IOException {
            String greeting = talk.line("its greeting");
            if (!greeting.startsWith("* OK")) {
                throw refused(greeting);
            }
            talk.send("a STARTTLS");
            for (int i = 0; i < MOST_LINES; i++) {
                String line = talk.line("its consent to STARTTLS");
                if (line.startsWith("a OK")) {
                    return;
                }
                if (!line.startsWith("* ")) {
                    throw refused(line);
                }
            }
            throw refused("");
        }
    },
    POSTGRES {
        @Override
        void ask(Talk talk) throws IOException {
            talk.send(SSL_REQUEST.clone());
            int answer = talk.next("its consent to TLS");
            if (answer != 'S') {
                throw refused(String.valueOf((char) answer));
            }
        }
    };

    /** Its length and the code 80877103, as PostgreSQL's protocol says. */
    private static final byte[] SSL_REQUEST = {0, 0, 0, 8, 4, (byte) 210, 22, 47};

    abstract void ask(Talk talk) throws IOException;

    /** Asks, and leaves the connection where TLS begins. */
    void ask(Socket socket, Course course) throws IOException {
        ask(new Talk(socket, course));
    }

    private static CheckFailure refused(String answer) {
        return CheckFailure.critical(
                "it does not go on with TLS: " + Shown.quoted(answer),
                "See how TLS is set up there, and whether starttls is right.");
    }
}
