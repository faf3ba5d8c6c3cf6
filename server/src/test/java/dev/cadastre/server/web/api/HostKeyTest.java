package dev.cadastre.server.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.estate.NewHost;
import dev.cadastre.ssh.HostKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServerTest
class HostKeyTest {

    private static final HostKey KEY = new HostKey("ssh-rsa", "AAAAB3NzaC1yc2EAAAAA");
    private static final String GATE = "gate-k.invalid";

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;
    @Autowired private Estate estate;
    @Autowired private JdbcClient jdbc;

    private void declareBehindTheGate(String name, String environment) {
        Map<String, String> settings = Map.of("address", "none", "ssh.jump", GATE);
        access.asSystem(() -> {
            estate.addHost(new NewHost(name, environment, List.of(), settings));
        });
    }

    private static JsonNode accept(ApiClient client) {
        return client.post(
                "/api/v1/hosts/key-a1/accept-key",
                "{\"fingerprint\":\"%s\"}".formatted(KEY.fingerprint()));
    }

    @Test
    void takesTheRightToWriteToAllHostsBehindAJumpHostToAcceptItsKey() {
        declareBehindTheGate("key-a1", "key-a");
        declareBehindTheGate("key-b1", "key-b");
        jdbc.sql("insert into dispatch.presented_key values (?, ?, ?, now())")
                .params(GATE, KEY.type(), KEY.base64())
                .update();

        ApiClient ofOne = ApiClient.in("key-a", Role.ADMINISTRATOR, server, access, tokens);
        assertThat(accept(ofOne).get("code").asString()).isEqualTo("not-allowed");

        ApiClient ofAll = ApiClient.administrator(server, access, tokens);
        assertThat(accept(ofAll).get("name").asString()).isEqualTo("key-a1");
    }
}
