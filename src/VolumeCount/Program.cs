using VolumeCount.CommandLine;

return await VolumeCountCommand.InvokeAsync(args);
