package dev.cadastre.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that hosts gave, and answers that hosts could give. */
class OwnersParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    debian-psql    | LINK    | postgresql-client-common 248+deb12u1 /usr/bin/psql; postgresql-client-common 248+deb12u1 /usr/share/postgresql-common/pg_wrapper by link
                    debian-sh      | LINK    | dash 0.5.12-2 /bin/sh; dash 0.5.12-2 /bin/dash by link
                    debian-python3 | LINK    | python3-minimal 3.11.2-1+b1 /usr/bin/python3; python3.11-minimal 3.11.2-6+deb12u6 /usr/bin/python3.11 by link
                    debian-missing | MISSING | ''
                    """)
    void understandsWhatHostsSaid(String answer, FileOwners.Kind kind, String expected)
            throws IOException {
        FileOwners owners = parsed(Corpus.text("owners/" + answer));

        assertThat(owners.kind()).isEqualTo(kind);
        assertThat(said(owners)).isEqualTo(expected);
        assertThat(owners.managers()).containsExactly("dpkg");
    }

    private static String said(FileOwners owners) {
        return owners.owners().stream()
                .map(owner ->
                        "%s %s %s%s"
                                .formatted(
                                        owner.installed().name(),
                                        owner.installed().version(),
                                        owner.file(),
                                        owner.byTarget() ? " by link" : ""))
                .collect(Collectors.joining("; "));
    }

    private static FileOwners parsed(String text) {
        return OwnersParser.parse(text).orElseThrow();
    }

    /** By dpkg-divert, the file of {@code tool} lies aside and that of {@code better} in place. */
    @ParameterizedTest
    @CsvSource({"/bin/x,better", "/bin/x.real,tool"})
    void knowsWhoseFileADiversionPutAside(String file, String expected) {
        FileOwners owners =
                parsed(
                        """
                        @owners 1
                        @file file
                        @self
                        |%s
                        @target
                        @manager dpkg
                        @dpkg
                        |diversion by better from: /bin/x
                        |diversion by better to: /bin/x.real
                        |better, tool:amd64: /bin/x
                        @deb
                        |better\tinstalled\tall\t2\t\t\t
                        |tool\tinstalled\tamd64\t1\t\t\t
                        @end
                        """
                                .formatted(file));

        assertThat(owners.owners())
                .extracting(owner -> owner.installed().name() + " " + owner.file())
                .containsExactly(expected + " " + file);
        assertThat(owners.remarks())
                .containsExactly(
                        "better diverts /bin/x; what other packages have there is /bin/x.real.");
    }

    @Test
    void leavesNothingInPlaceOfALocalDiversion() {
        FileOwners owners =
                parsed(
                        """
                        @owners 1
                        @file file
                        @self
                        |/bin/x
                        @dpkg
                        |local diversion from: /bin/x
                        |local diversion to: /bin/x.real
                        |tool: /bin/x
                        @deb
                        |tool\tinstalled\tamd64\t1\t\t\t
                        @end
                        """);

        assertThat(owners.owners()).isEmpty();
        assertThat(owners.remarks()).hasSize(1);
    }

    @Test
    void understandsEveryManager() {
        FileOwners owners =
                parsed(
                        """
                        Welcome to web1!
                        @owners 1
                        @file link
                        @self
                        |/bin/x
                        @target
                        |/opt/x
                        @manager rpm
                        @rpm self
                        |tool\t4:1.2-3.el9\tx86_64\ttool-1.2-3.el9.src.rpm\tExample Works\t(none)\t
                        @manager apk
                        @apk target
                        |busybox\tinstalled\tx86_64\t1.36.1-r29\tbusybox\tSomebody\t
                        @python target
                        |/srv/venv/lib/python3.11/site-packages
                        | Flask\t 2.0\t
                        @npm target
                        |/usr/lib/node_modules/npm/package.json
                        |{"name":"npm","version":"10.8.2"}
                        @end
                        """);

        assertThat(said(owners))
                .isEqualTo(
                        "tool 4:1.2-3.el9 /bin/x; busybox 1.36.1-r29 /opt/x by link;"
                                + " Flask 2.0 /opt/x by link; npm 10.8.2 /opt/x by link");
        assertThat(owners.owners().get(0).installed().vendor()).isEqualTo("Example Works");
        assertThat(owners.owners().get(2).installed().root()).isEqualTo("/srv/venv");
        assertThat(owners.target()).isEqualTo("/opt/x");
        assertThat(owners.managers()).containsExactly("rpm", "apk");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "This account is not available.\n",
                "@owners 1\n@file file\n",
                "@owners 2\n@file file\n@end\n",
                "|@owners 1\n|@end\n"
            })
    void takesNothingElseForAnAnswer(String text) {
        assertThat(OwnersParser.parse(text)).isEqualTo(Optional.empty());
    }

    @Test
    void boundsAndCleansWhatAHostileHostSays() {
        StringBuilder text = new StringBuilder("@owners 1\n@file pipe\n@self\n|/x\n@target\n");
        text.append("|/\u001b[31m\u202e\n@dpkg\n@rpm self\n");
        text.append("|a\u0007b\t1\t\t\t\t\t\n".repeat(5_000));
        text.append("@npm self\n|/x/lib/node_modules/x/package.json\n|{\"name\":".repeat(500));
        text.append("\n@\n@rpm\n@end\n");

        FileOwners owners = parsed(text.toString());

        assertThat(owners.kind()).isEqualTo(FileOwners.Kind.FILE);
        assertThat(owners.target()).isEqualTo("/\uFFFD[31m\uFFFD");
        assertThat(owners.owners()).hasSize(100);
        assertThat(owners.owners().get(0).installed().name()).isEqualTo("a\uFFFDb");
        assertThat(owners.remarks()).hasSize(1);
    }
}
