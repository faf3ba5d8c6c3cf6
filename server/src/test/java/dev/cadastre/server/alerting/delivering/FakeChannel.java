package dev.cadastre.server.alerting.delivering;

import dev.cadastre.server.alerting.channel.Channel;
import dev.cadastre.server.alerting.channel.Delivery;
import dev.cadastre.server.alerting.channel.Outcome;
import dev.cadastre.server.alerting.contact.ChannelKind;
import dev.cadastre.server.alerting.contact.Contact;
import dev.cadastre.server.alerting.message.Message;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A channel of which a test decides what comes of each attempt; without that, all arrives. */
final class FakeChannel implements Channel {

    /** What comes of an attempt. */
    @FunctionalInterface
    interface Manner {
        Outcome treat() throws InterruptedException;
    }

    /** One attempt. */
    record Sent(Delivery delivery, Message message) {

        String id() {
            return delivery.id().toString();
        }
    }

    private final ChannelKind kind;
    private final List<Sent> all = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Sent> fresh = new LinkedBlockingQueue<>();
    private volatile Manner manner = () -> new Outcome.Delivered("It arrived.");

    FakeChannel(ChannelKind kind) {
        this.kind = kind;
    }

    void does(Manner wanted) {
        manner = wanted;
    }

    void answers(Outcome outcome) {
        does(() -> outcome);
    }

    @Override
    public ChannelKind kind() {
        return kind;
    }

    @Override
    public Optional<String> hindrance(Contact contact) {
        return Optional.empty();
    }

    @Override
    public Outcome send(Delivery delivery, Message message) throws InterruptedException {
        Sent sent = new Sent(delivery, message);
        all.add(sent);
        fresh.add(sent);
        return manner.treat();
    }

    /** The next attempt, once it is made. */
    Sent next() throws InterruptedException {
        return Objects.requireNonNull(fresh.poll(20, TimeUnit.SECONDS), "Nothing is sent in 20 s");
    }

    List<String> subjects() {
        return all.stream().map(one -> one.message().subject()).toList();
    }

    List<String> texts() {
        return all.stream().map(one -> one.message().text()).toList();
    }

    List<String> addresses() {
        return all.stream().map(one -> one.delivery().contact().address()).toList();
    }
}
