package dev.cadastre.server.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class HostTargetTest {

    @Example
    void readsUserHostAndPort() {
        assertThat(HostTarget.parse("ops@web1:2222"))
                .contains(new HostTarget("ops", "web1", "2222"));
        assertThat(HostTarget.parse("web1.example.com"))
                .contains(new HostTarget(null, "web1.example.com", null));
        assertThat(HostTarget.parse("10.0.0.1:22"))
                .contains(new HostTarget(null, "10.0.0.1", "22"));
    }

    @Example
    void readsIpv6WithAndWithoutBrackets() {
        assertThat(HostTarget.parse("ops@[fd00::1]:22"))
                .contains(new HostTarget("ops", "fd00::1", "22"));
        assertThat(HostTarget.parse("fd00::1")).contains(new HostTarget(null, "fd00::1", null));
    }

    @Example
    void refusesWhatNamesNoHost() {
        assertThat(HostTarget.parse("")).isEmpty();
        assertThat(HostTarget.parse("ops@")).isEmpty();
        assertThat(HostTarget.parse("web1:ssh")).isEmpty();
        assertThat(HostTarget.parse("two words")).isEmpty();
    }

    @Property
    void neverFails(@ForAll String text) {
        HostTarget.parse(text).ifPresent(target -> assertThat(target.host()).isNotEmpty());
    }
}
