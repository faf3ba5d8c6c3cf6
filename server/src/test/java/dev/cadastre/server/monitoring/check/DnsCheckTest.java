package dev.cadastre.server.monitoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.PluginState;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class DnsCheckTest {

    private static final int TTL = 60;

    private static Message answer(Message question, int code, String... data) {
        Message answer = new Message(question.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setRcode(code);
        answer.addRecord(question.getQuestion(), Section.QUESTION);
        Name name = question.getQuestion().getName();
        int type = question.getQuestion().getType();
        Arrays.stream(data)
                .map(text -> record(name, type, text))
                .forEach(line -> answer.addRecord(line, Section.ANSWER));
        return answer;
    }

    private static Record record(Name name, int type, String data) {
        try {
            return Record.fromString(name, type, DClass.IN, TTL, data, Name.root);
        } catch (IOException e) {
            throw new IllegalArgumentException(data, e);
        }
    }

    private static PluginResult run(LocalNameServer server, String... pairs) {
        Map<String, String> settings = new HashMap<>();
        settings.put("name", "www.example.com");
        settings.put("server", "127.0.0.1");
        settings.put("port", server.port());
        for (int i = 0; i < pairs.length; i += 2) {
            settings.put(pairs[i], pairs[i + 1]);
        }
        return new TestChecks().run(CheckKind.DNS, settings);
    }

    @Test
    void comparesTheAnswersWithWhatIsExpected() throws IOException {
        try (LocalNameServer server =
                LocalNameServer.answering(
                        question -> answer(question, Rcode.NOERROR, "192.0.2.1", "192.0.2.2"))) {
            assertThat(run(server, "expect", "192.0.2.2\n192.0.2.1", "exact", "yes").text())
                    .contains("DNS OK: www.example.com. A: 192.0.2.1, 192.0.2.2, by 127.0.0.1:");
            assertThat(run(server, "expect", "192.0.2.2\n192.0.2.3", "exact", "yes").text())
                    .contains("192.0.2.3 is missing; 192.0.2.1 is not expected");
            assertThat(run(server, "matches", "^198").text()).contains("no answer matches ^198");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "aaaa, 2001:db8::1, 2001:db8:0:0:0:0:0:1",
        "cname, Shop.Example.COM., shop.example.com",
        "mx, 10 mail.example.com., 10 mail.example.com",
        "ns, ns1.example.com., ns1.example.com",
        "txt, '\"v=spf1\" \" -all\"', v=spf1 -all",
        "srv, 1 2 443 a.example.com., 1 2 443 a.example.com",
        "soa, a. b. 1 2 3 4 5, a. b. 1 2 3 4 5",
    })
    void readsEachTypeOfRecord(String type, String data, String expected) throws IOException {
        try (LocalNameServer server =
                LocalNameServer.answering(question -> answer(question, Rcode.NOERROR, data))) {
            PluginResult result = run(server, "type", type, "expect", expected);

            assertThat(result.state()).as(result.text()).isEqualTo(PluginState.OK);
        }
    }

    @Test
    void asksForTheNameOfAnAddress() throws IOException {
        try (LocalNameServer server =
                LocalNameServer.answering(
                        question -> answer(question, Rcode.NOERROR, "www.example.com."))) {
            assertThat(run(server, "type", "ptr", "name", "192.0.2.7").text())
                    .contains("7.2.0.192.in-addr.arpa. PTR: www.example.com");
        }
    }

    @Test
    void asksByTcpForWhatDoesNotFit() throws IOException {
        String[] many =
                IntStream.range(0, 100).mapToObj(i -> "192.0.2." + i).toArray(String[]::new);
        try (LocalNameServer server =
                LocalNameServer.answering(question -> answer(question, Rcode.NOERROR, many))) {
            PluginResult result = run(server, "expect", "192.0.2.99");

            assertThat(result.state()).as(result.text()).isEqualTo(PluginState.OK);
            assertThat(result.metrics().getLast().value()).hasValue(100);
        }
    }

    @Test
    void judgesCodeAndAuthority() throws IOException {
        try (LocalNameServer server =
                LocalNameServer.answering(question -> answer(question, Rcode.NXDOMAIN))) {
            assertThat(run(server).text()).contains("the answer is NXDOMAIN, not NOERROR");
            assertThat(run(server, "code", "nxdomain").state()).isEqualTo(PluginState.OK);
            assertThat(run(server, "code", "NXDOMAIN", "authoritative", "yes").text())
                    .contains("not authoritative");
        }
    }

    @Test
    void isCriticalOfAnEmptyAnswer() throws IOException {
        try (LocalNameServer server =
                LocalNameServer.answering(question -> answer(question, Rcode.NOERROR))) {
            assertThat(run(server).text()).contains("there is no answer of the type A");
        }
    }

    @Test
    void doesNotBelieveAnAnswerToAnotherQuestion() throws IOException {
        try (LocalNameServer server =
                LocalNameServer.answering(question -> {
                    Record other = Record.newRecord(Name.root, Type.A, DClass.IN);
                    Message answer = answer(question, Rcode.NOERROR);
                    answer.removeAllRecords(Section.QUESTION);
                    answer.addRecord(other, Section.QUESTION);
                    return answer;
                })) {
            PluginResult result =
                    new TestChecks()
                            .check(
                                    CheckKind.DNS,
                                    Map.of(
                                            "name",
                                            "a",
                                            "server",
                                            "127.0.0.1",
                                            "port",
                                            server.port()))
                            .run(TestChecks.SHORT);

            assertThat(result.state()).isEqualTo(PluginState.CRITICAL);
        }
    }
}
