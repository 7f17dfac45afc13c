package dev.convene.gateway.streaming;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param heartbeat how often a stream says that it is still there; the row is read again then, too
 * @param longest after which a stream is closed, so that its watcher has to say anew who it is
 * @param mostStreams open streams on this replica; more are answered 503
 */
@ConfigurationProperties("convene.streaming")
record StreamingProperties(
    @DefaultValue("15s") Duration heartbeat,
    @DefaultValue("10m") Duration longest,
    @DefaultValue("5000") int mostStreams) {}
