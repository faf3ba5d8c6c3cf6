package dev.cadastre.cli;

import dev.cadastre.cli.session.Keyboard;
import java.io.Console;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keyboard of the terminal that the program was started at. Nothing of it is loaded before it
 * is used.
 */
final class TerminalKeyboard implements Keyboard {

    @Override
    public @Nullable String secret(String prompt) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readPassword("%s", prompt))
                .map(String::new)
                .orElse(null);
    }

    /**
     * A hook for the end of the JVM would hear of the first Ctrl-C only. What hears of all of them
     * the compiler warns of wherever it is named, as it is not Java's but this JVM's.
     */
    @Override
    public Listening onInterrupt(Runnable action) {
        try {
            Class<?> signals = Class.forName("sun.misc.Signal");
            Class<?> handlers = Class.forName("sun.misc.SignalHandler");
            Object interrupt = signals.getConstructor(String.class).newInstance("INT");
            Method handle = signals.getMethod("handle", signals, handlers);
            InvocationHandler acting =
                    (proxy, method, _) ->
                            switch (method.getName()) {
                                case "handle" -> {
                                    action.run();
                                    yield null;
                                }
                                case "equals" -> false; // Nothing compares it.
                                case "hashCode" -> System.identityHashCode(proxy);
                                default -> "Ctrl-C";
                            };
            Object handler =
                    Proxy.newProxyInstance(
                            handlers.getClassLoader(), new Class<?>[] {handlers}, acting);
            Object before = handle.invoke(null, interrupt, handler);
            return () -> restore(handle, interrupt, before);
        } catch (ReflectiveOperationException _) {
            return () -> {}; // Ctrl-C ends the program, as it did before.
        }
    }

    private static void restore(Method handle, Object interrupt, Object before) {
        try {
            handle.invoke(null, interrupt, before);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Ctrl-C cannot be given back", e);
        }
    }
}
