package dev.cadastre.server.alerting.delivering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.alerting.contact.ChannelKind;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LanesTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);
    private final Lanes lanes = new Lanes(nanos::get);

    @Test
    void areWorthLookingAtEveryNowAndThenAndWhenWoken() {
        assertThat(lanes.places(ChannelKind.XMPP)).isOne();
        assertThat(lanes.places(ChannelKind.XMPP)).isZero();

        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(lanes.places(ChannelKind.XMPP)).isOne();
        assertThat(lanes.places(ChannelKind.XMPP)).isZero();

        lanes.wake();
        assertThat(lanes.places(ChannelKind.XMPP)).isOne();
    }

    @Test
    void haveNoPlaceWhereSomethingIsBeingDone() {
        assertThat(lanes.enter(ChannelKind.XMPP, "ops@chat.example.com")).isTrue();
        assertThat(lanes.enter(ChannelKind.XMPP, "ops@chat.example.com")).isFalse();
        assertThat(lanes.places(ChannelKind.XMPP)).isZero();

        lanes.leave(ChannelKind.XMPP, "ops@chat.example.com");
        lanes.wake();

        assertThat(lanes.busy(ChannelKind.XMPP)).isEmpty();
        assertThat(lanes.places(ChannelKind.XMPP)).isOne();
    }
}
